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
