import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import { readSystem } from '#dev/test/system.ts'
import { type Answer, Caller } from './fixtures/caller.ts'
import { patient } from './fixtures/patient.ts'
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

test('the ways in which Next asks for parts of a page tell a stranger nothing of a person’s, and are not kept', {
  tag: '@system',
}, async ({ shows }) => {
  test.setTimeout(240_000)
  const shop = readSystem().resellers.aurora
  const person = new Caller(shop)
  const email = demoEmail('owner', 'aurora')
  const made = async (path: string, body: object) => {
    const answer = await person.post(path, body)
    expect(answer.status, answer.body).toBeLessThan(300)
    return answer.body && JSON.parse(answer.body)
  }
  await made('/api/account/sign-in', { email, password: DEMO_PASSWORD })
  const { id: showId } = await shows.general()
  const { id: holdId } = await made('/api/holds', { showId, items: [{ tierId: 'floor', quantity: 1 }] })
  const order = await made('/api/orders', { holdId, buyer: { name: 'Olivia Owner', email } })
  const status = async () => JSON.parse((await person.get(`/api/orders/${order.id}`)).body).status
  await patient.poll(status).toBe('confirmed')

  const personal = ({ body, headers }: Answer) =>
    [email, 'Olivia Owner', order.id].filter((word) => body.includes(word) || JSON.stringify(headers).includes(word))
  for (const page of ['/orders', '/account', '/admin', '/inbox']) {
    const seenByOwner = new Set<string>()
    for (const [suffix, headers] of WAYS_OF_NEXT) {
      const asked = `${page}${suffix} ${JSON.stringify(headers)}`
      for (const word of personal(await followed(person, page + suffix, headers))) seenByOwner.add(word)
      // Whatever was kept of that, a stranger would be given now.
      const answer = await followed(new Caller(shop), page + suffix, headers)
      expect(personal(answer), asked).toEqual([])
      expect(answer.status, asked).toBeLessThan(500)
      expect(answer.headers['cache-control'] ?? 'none', asked).toMatch(/\bno-store\b/)
      expect(answer.headers['x-accel-expires'] ?? '0', asked).toBe('0')
    }
    // What is in an inbox its page asks for by itself, and never has within.
    if (page !== '/inbox')
      expect(seenByOwner.size, `${page}: the same look finds what is its owner’s`).toBeGreaterThan(0)
  }
})

/** As its router asks, as it does before somebody clicks, and as its files would be called. */
const WAYS_OF_NEXT: readonly (readonly [suffix: string, headers: Record<string, string>])[] = [
  ['', { rsc: '1' }],
  ['?_rsc=abc', { rsc: '1' }],
  ['', { rsc: '1', 'next-router-prefetch': '1' }],
  ['', { rsc: '1', 'next-router-prefetch': '2' }],
  ['', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' }],
  ['.rsc', {}],
  ['.rsc', { rsc: '1' }],
  ['.prefetch.rsc', { rsc: '1' }],
  ['.segments/_tree.segment.rsc', {}],
  ['.segments/_full.segment.rsc', {}],
  ['.segments/_tree.segment.rsc', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
]

/** Next sends a question of its router on to the same path with a check-sum of it; the sum is not ours to know. */
async function followed(who: Caller, path: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await who.get(path, headers)
  const { location } = answer.headers
  return location && /[?&]_rsc\b/.test(location) ? who.get(location, headers) : answer
}

test('a page that is none shows the brand and a way back', { tag: '@blackbox' }, async ({ viewer, tolerate }) => {
  tolerate(NOT_FOUND)
  const page = await viewer.goTo('/nowhere/at/all')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /./ })).toBeVisible()
})
