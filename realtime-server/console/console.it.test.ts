import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'
import { MemoryTier } from '../test/memory-tier.ts'
import { TestViewer } from '../test/viewer.ts'
import { WRONG_PER_ADDRESS } from './attempts.ts'
import { createConsoleServer } from './console-server.ts'
import { Watch } from './watch.ts'

const TOKEN = 'a-token-of-twenty-two-c'

let resources: AsyncDisposableStack
let tier: MemoryTier
let node: string
let url: string
beforeEach(async () => {
  resources = new AsyncDisposableStack()
  tier = resources.use(await MemoryTier.start())
  node = await tier.node({ maxConnections: 77 })
  const log = createLog('test', 'silent')
  const watch = resources.use(new Watch({ registry: tier.registry, balancers: [], dispatchers: [node], log }))
  const ops = { role: 'console', id: 'c1', metrics: createMetrics('console'), readiness: () => ({ ready: true }) }
  const server = createConsoleServer({ token: TOKEN, watch, ops, log })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  resources.defer(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => resources.disposeAsync())

const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers, redirect: 'manual' })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const signIn = (token: string) =>
  fetch(`${url}/session`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' })

/** A stranger's whole view; it must not hold anything of the tier. */
async function expectNothing(response: Response, status: number): Promise<void> {
  const text = await response.text()
  expect(response.status).toBe(status)
  for (const secret of [TOKEN, node, '77', 'Connections']) expect(text).not.toContain(secret)
}

describe('a stranger', () => {
  test.each(['/', '/console', '/snapshot'])('is shown nothing at %s', async (path) => {
    await expectNothing(await get(path), 401)
    await expectNothing(await get(path, bearer('a-token-of-twenty-two-x')), 401)
    await expectNothing(await get(path, { cookie: `console=${TOKEN}` }), 401)
    await expectNothing(await get(path, { cookie: `console=${Date.now() + 1_000_000}.AAAA` }), 401)
  })

  test.each(['/nodes', '/console/', '/snapshot?x=1', '/../console-server.ts', '/config.ts'])(
    'finds nothing at %s',
    async (path) => {
      await expectNothing(await get(path), 404)
    },
  )

  test('gets no pass for a wrong token', async () => {
    const response = await signIn('a-token-of-twenty-two-x')
    expect(response.headers.get('set-cookie')).toBeNull()
    await expectNothing(response, 401)
  })

  test('is not listened to after too many wrong tokens, even with the right one; who has a pass is', async () => {
    const pass = (await signIn(TOKEN)).headers.get('set-cookie')?.split(';')[0] ?? ''
    for (let i = 0; i < WRONG_PER_ADDRESS; i += 1) expect((await signIn(`wrong-${i}`)).status).toBe(401)
    const refused = await signIn(TOKEN)
    expect(refused.headers.get('retry-after')).toBe('60')
    await expectNothing(refused, 429)
    await expectNothing(await get('/snapshot', bearer(TOKEN)), 429)
    expect((await get('/', { cookie: pass })).status).toBe(200)
  })

  test('is refused with a form that is none, or too long', async () => {
    const post = (body: string, type: string) =>
      fetch(`${url}/session`, { method: 'POST', body, headers: { 'content-type': type } })
    expect((await post('{}', 'application/json')).status).toBe(400)
    const long = await post(`token=${'x'.repeat(100_000)}`, 'application/x-www-form-urlencoded').catch(() => null)
    expect(long?.status ?? 400).toBe(400)
  })
})

describe('who has the token', () => {
  test('signs in, sees the tier, and signs out', async () => {
    await using _ = await TestViewer.open(node, ['public.show.42'])
    const response = await signIn(TOKEN)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
    expect(cookie).not.toContain(TOKEN)
    const page = () => get('/', { cookie: cookie.split(';')[0] ?? '' }).then((answer) => answer.text())
    await expect.poll(page, { timeout: 10_000 }).toMatch(/of 77/)
    expect(await page()).toContain(node)
    const out = await fetch(`${url}/session/end`, { method: 'POST', redirect: 'manual' })
    expect(out.headers.get('set-cookie')).toMatch(/^console=; .*Max-Age=0$/)
  })

  test('may come as a program', async () => {
    const figures = async () => (await (await get('/snapshot', bearer(TOKEN))).json()).nodes[0]?.figures
    await expect.poll(figures, { timeout: 10_000 }).toMatchObject({ realtime_connections_limit: 77 })
  })

  test('sees a node that does not answer as silent, and one that came as come', async () => {
    const cookie = (await signIn(TOKEN)).headers.get('set-cookie')?.split(';')[0] ?? ''
    await expect.poll(async () => (await get('/', { cookie })).text(), { timeout: 10_000 }).toMatch(/of 77/)
    await tier.registry.enter({ id: 'ghost', url: 'http://127.0.0.1:9' }, 4)
    const page = () => get('/', { cookie }).then((answer) => answer.text())
    await expect.poll(page, { timeout: 10_000 }).toMatch(/ghost.*silent/s)
    await tier.registry.leave('ghost')
    await expect.poll(page, { timeout: 10_000 }).toMatch(/ghost.*went without a drain.*ghost.*came/s)
  })

  test('has the pass for TLS only when an edge says that there is TLS', async () => {
    const response = await fetch(`${url}/session`, {
      ...{ method: 'POST', body: new URLSearchParams({ token: TOKEN }), redirect: 'manual' },
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(response.headers.get('set-cookie')).toContain('; Secure')
  })
})

describe('every answer', () => {
  test.each(['/', '/nothing', '/console.js', '/console.css', '/snapshot'])('of %s is kept to itself', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test('to a probe is given by a machine’s name, and not by a customer’s', async () => {
    expect(await (await get('/healthz')).json()).toMatchObject({ role: 'console' })
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect(await statusAt('tickets.aurora.example', path)).toBe(404)
  })
})

/** fetch does not let a Host be named. */
async function statusAt(host: string, path: string): Promise<number | undefined> {
  const asked = request(url + path, { headers: { host } }).end()
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}
