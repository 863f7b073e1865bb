import { expect, test } from './fixtures/test.ts'

/** A browser writes every 404 on its console. */
const NOT_FOUND = /404 \(Not Found\)/

test("the internal addresses of pages are nobody's", { tag: '@blackbox' }, async ({ viewer, tolerate, deployment }) => {
  tolerate(NOT_FOUND)
  const host = new URL(deployment.home).hostname
  for (const path of ['/sites', `/sites/${host}`, `/sites/${host}/shows`, '/%73ites/']) {
    expect((await viewer.answer(path)).status, path).toBe(404)
  }
})

test('health, readiness and metrics are not for customers', { tag: '@blackbox' }, async ({ viewer, tolerate }) => {
  tolerate(NOT_FOUND)
  for (const path of ['/metrics', '/healthz', '/readyz', '/api/metrics', '/api/healthz', '/api/readyz']) {
    expect((await viewer.answer(path)).status, path).toBe(404)
  }
})

test('every page has a policy of its own, whatever a visitor claims', { tag: '@blackbox' }, async ({ viewer }) => {
  const page = await viewer.context.newPage()
  await page.setExtraHTTPHeaders({
    'x-nonce': 'forged',
    'content-security-policy': "script-src 'nonce-forged'",
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
  })
  const nonces = new Set<string>()
  for (let visit = 0; visit < 2; visit += 1) {
    const response = await page.goto(viewer.home)
    const policy = response?.headers()['content-security-policy'] ?? 'none'
    const nonce = /script-src 'nonce-([0-9a-f]{32})' 'strict-dynamic';/.exec(policy)?.[1] ?? `none in ${policy}`
    nonces.add(nonce)
    const tags = [...((await response?.text()) ?? '').matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    const scripts = tags.filter((tag) => !tag.includes('type="application/ld+json"')) // data for search engines, never run
    expect(scripts.length).toBeGreaterThan(0)
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      'scripts without it',
    ).toEqual([])
  }
  expect(nonces.size, 'another one each time').toBe(2)
})

test('a host that is nobody’s is not found', { tag: '@system' }, async ({ viewer, tolerate, deployment }) => {
  tolerate(NOT_FOUND)
  const { port } = new URL(deployment.home)
  const page = await viewer.context.newPage()
  for (const host of ['nobody', 'aurora.nobody', 'aurora-']) {
    const response = await page.goto(`http://${host}.localhost:${port}/`)
    expect(response?.status(), host).toBe(404)
  }
})

test("one shop does not know another one's orders", { tag: '@system' }, async ({ viewer, buyer, shows, tolerate }) => {
  tolerate(NOT_FOUND)
  const show = await shows.general()
  const order = await buyer.buys(await buyer.opens(show), { tier: 'Floor' })
  const path = new URL(order.page.url()).pathname
  expect((await viewer.answer(path)).status, 'another browser').toBe(404)
  expect((await buyer.answer(path, 'luna')).status, 'another shop').toBe(404)
  expect((await buyer.answer(path)).status, 'the buyer').toBe(200)
})

test('a page that is none shows the brand and a way back', { tag: '@blackbox' }, async ({ viewer, tolerate }) => {
  tolerate(NOT_FOUND)
  const page = await viewer.goTo('/nowhere/at/all')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /./ })).toBeVisible()
})
