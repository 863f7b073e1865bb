import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { sitePath } from '#lib/http/route-of.ts'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import { KeptPages } from '#lib/kept-pages/kept-pages.ts'
import { openStorefront, STOREFRONT, type Storefront } from '#lib/storefront.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { publish, type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { proxy } from './proxy.ts'

let shop: StorefrontInTest
let renderer: Renderer
/** The clock of what is kept: a busy machine must not make pages old. */
const clock = { nowMs: 0 }
beforeAll(async () => {
  renderer = await startRenderer()
  shop = await startStorefrontInTest({ ownPort: renderer.port })
  Object.assign(shop.storefront, { keptPages: new KeptPages({ now: () => clock.nowMs }) })
  const hosts = ['aurora.localhost', 'www.aurora.localhost']
  await publish(shop.storefront, 'aurora', { version: 2, hosts, locales: ['en-GB', 'de-DE'] })
  await shop.storefront.sites.refresh()
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  renderer.server.close()
})

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { host = 'aurora.localhost:3000' } = headers
  const response = await proxy(
    new NextRequest(`http://127.0.0.1:3000${path}`, { method, headers: { ...headers, host } }),
  )
  const rewritten = response.headers.get('x-middleware-rewrite')
  return {
    status: response.status,
    text: () => response.text(),
    body: () => response.arrayBuffer(),
    headers: response.headers,
    location: response.headers.get('location'),
    to: rewritten && new URL(rewritten).pathname + new URL(rewritten).search,
  }
}

describe('the language', () => {
  it.each([
    ['/', '/sites/aurora.localhost'],
    ['/de', '/sites/aurora.localhost~de'],
    ['/de/shows/a?x=1', '/sites/aurora.localhost~de/shows/a?x=1'],
    ['/en/shows', '/sites/aurora.localhost/en/shows'],
    ['/fr/shows', '/sites/aurora.localhost/fr/shows'],
    ['/de/sites/luna.localhost/shows', '/sites/aurora.localhost~de/sites/luna.localhost/shows'],
    ['/de/api/holds', '/sites/aurora.localhost/de/api/holds'],
  ])('of %s is taken off once: %s', async (path, to) => expect((await ask(path)).to).toBe(to))

  it('of another reseller’s set means nothing here', async () => {
    expect((await ask('/de/shows', { host: 'luna.localhost' })).to).toBe('/sites/luna.localhost/de/shows')
  })

  it('of an answer for a program is its page’s', async () => {
    expect((await ask('/api/orders', { 'accept-language': 'de-DE' })).to).toBe('/sites/aurora.localhost~de/api/orders')
    const referer = 'http://aurora.localhost:3000/de/orders/o'
    expect((await ask('/api/orders/o/tickets', { referer })).to).toBe('/sites/aurora.localhost~de/api/orders/o/tickets')
    expect((await ask('/api/orders')).to).toBe('/sites/aurora.localhost/api/orders')
  })

  it('changes nothing about who may keep a page', async () => {
    const kept = async (path: string, headers = {}) => (await ask(path, headers)).headers.get('x-accel-expires')
    expect([await kept('/de'), await kept('/de/shows'), await kept('/de/shows/a')]).toEqual(['1', '1', '1'])
    expect([await kept('/de/orders/o'), await kept('/de/account'), await kept('/fr/shows')]).toEqual([null, null, null])
    expect(await kept('/de/shows', { cookie: 'a=b' })).toBeNull()
  })

  it('is not for the outside to say', async () => {
    for (const host of ['aurora.localhost~de', 'aurora.localhost~de:3000'])
      expect((await ask('/', { host })).status, host).toBe(404)
    expect((await ask('/sites/aurora.localhost~de/shows')).status).toBe(404)
  })
})

describe('a preview', () => {
  it.each([
    ['/preview/v7', 'v7', '/sites/aurora.localhost'],
    ['/preview/v7/shows?q=a', 'v7', '/sites/aurora.localhost/shows?q=a'],
    ['/preview/v7/de/shows', 'v7/de', '/sites/aurora.localhost/shows'],
    ['/preview/v7/ja', 'v7/ja', '/sites/aurora.localhost'],
    ['/preview/v7/ja/account', 'v7/ja', '/sites/aurora.localhost/preview/nothing'],
    ['/preview/v7/fr/shows', 'v7', '/sites/aurora.localhost/preview/nothing'],
  ])('%s asks for %s of a page that knows nothing of it', async (path, asked, to) => {
    const { to: page, headers } = await ask(path)
    expect([headers.get('x-middleware-request-x-preview'), page]).toEqual([asked, to])
  })

  it('is not for the outside to ask for in another way', async () => {
    const { headers } = await ask('/shows', { 'x-preview': 'v7/de' })
    expect(headers.get('x-middleware-request-x-preview')).toBeNull()
  })
})

describe('another host of the reseller', () => {
  const www = { host: 'www.aurora.localhost:9999' }

  it.each(['/', '/de', '/shows?q=a%20b&category=concert', '/de/shows/a', '/legal/terms', '/no/such/page'])(
    'sends %s on to the primary one, with path and query',
    async (path) => {
      const { status, location, headers } = await ask(path, www)
      expect([status, location]).toEqual([308, `http://aurora.localhost:3000${path}`])
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it.each(['/api/shows/a/availability', '/media/artworks/a', '/favicon.ico', '/robots.txt', '/sitemap.xml'])(
    'answers %s itself',
    async (path) => expect((await ask(path, www)).to).toBe(sitePath('www.aurora.localhost', path)),
  )

  it('answers what changes something, and a page of the person whose cookie it has', async () => {
    expect((await ask('/shows', www, 'POST')).status).toBe(200)
    expect((await ask('/orders/o', { ...www, cookie: 'customer=x' })).to).toBe('/sites/www.aurora.localhost/orders/o')
    expect((await ask('/orders/o', www)).status).toBe(308)
  })

  it('is sent on once: whoever follows arrives', async () => {
    const { location } = await ask('/de/shows', www)
    const { pathname, host } = new URL(location ?? '')
    expect((await ask(pathname, { host })).to).toBe('/sites/aurora.localhost~de/shows')
  })

  it('cannot be made to send people elsewhere', async () => {
    const asked = await ask('//evil.example/x', { ...www, 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '1' })
    expect(new URL(asked.location ?? '').origin).toBe('http://aurora.localhost:3000')
  })
})

describe('every answer', () => {
  /** Not of what is kept, which has headers of its own. */
  const browser = { accept: '*/*' }
  const secure = { ...browser, 'x-forwarded-proto': 'https' }
  /** Answered here, so that Next adds nothing. */
  const own: [string, () => ReturnType<typeof ask>, number][] = [
    ['a host that nobody has', () => ask('/', { ...secure, host: 'nobody.localhost' }), 404],
    ['a path of ours', () => ask('/sites/luna.localhost', browser), 404],
    ['what only machines ask for', () => ask('/metrics', browser), 404],
    ['a path that is none', () => ask('/%E0%A4%A', browser), 400],
    ['another host', () => ask('/shows', { ...browser, host: 'www.aurora.localhost' }), 308],
    ['a site while none is known', () => unknown(() => ask('/', browser)), 503],
  ]

  it.each(own)('to %s has all security headers and is kept by nobody', async (_, asked, status) => {
    const answer = await asked()
    expect(answer.status).toBe(status)
    expect(faultsOf(answer.headers, SECURITY_HEADERS)).toEqual([])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).not.toMatch(/<|aurora|localhost/)
  })

  it.each([
    ['/', "'none'"],
    ['/shows/a', "'none'"],
    ['/orders/o', "'none'"],
    ['/account/sign-in', "'none'"],
    ['/admin', "'none'"],
    ['/no/such/page', "'none'"],
    ['/api/orders/o', "'none'"],
    ['/api/nothing', "'none'"],
    ['/preview/v1/shows', "'self'"],
  ])('%s is handed on with a policy of its own, to be framed by %s; Next adds the rest', async (path, framedBy) => {
    for (const headers of [browser, secure, { ...browser, cookie: 'customer=x' }]) {
      const answer = await ask(path, headers)
      expect(answer.to).toMatch(/^\/(?:sites|staff)\//)
      expect(faultsOf(answer.headers, [])).toEqual([])
      expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${framedBy}`)
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/)
    }
  })

  it('is seen where it says too little or too much', () => {
    expect(faultsOf(new Headers({ 'x-powered-by': 'x' }), SECURITY_HEADERS)).toHaveLength(2 + SECURITY_HEADERS.length)
  })

  /** What is missing, and what tells too much. */
  function faultsOf(headers: Headers, wanted: typeof SECURITY_HEADERS): string[] {
    const policy = headers.get('content-security-policy')
    return [
      ...wanted.filter(({ key, value }) => headers.get(key) !== value).map(({ key }) => `no ${key}`),
      ...(policy?.includes("default-src 'none'") && policy.includes('frame-ancestors') ? [] : ['no policy']),
      ...['x-powered-by', 'server'].filter((name) => headers.has(name)),
    ]
  }

  async function unknown<T>(work: () => Promise<T>): Promise<T> {
    const { sites } = shop.storefront
    const find = () => Promise.reject(new Error('not read yet'))
    Object.assign(shop.storefront, { sites: { ...sites, find } })
    try {
      return await work()
    } finally {
      Object.assign(shop.storefront, { sites })
    }
  }
})

describe('what is kept for a moment, where no edge does', () => {
  const browser = { accept: 'text/html,application/xhtml+xml' }
  /** Twice, so that it is made; the second one's answer. */
  const askTwice = async (path: string, headers: Record<string, string> = browser) => {
    await ask(path, headers)
    return ask(path, headers)
  }

  /** The answer from when the page was made: a visitor whom that takes too long has a page of their own, rendered as ever. */
  const untilKept = async (path: string, headers: Record<string, string> = browser) => {
    await expect.poll(async () => (await ask(path, headers)).to).toBeNull()
    return ask(path, headers)
  }

  it('is given to everybody with a nonce of their own, which is the one of its policy', async () => {
    const own = await ask('/shows/kept', browser)
    expect(own.to, 'the first visitor has a page of their own').toBe('/sites/aurora.localhost/shows/kept')
    await untilKept('/shows/kept')
    const answers = await Promise.all([ask('/shows/kept', browser), ask('/shows/kept', browser)])
    const nonces = answers.map(({ headers }) => headers.get('x-edge-nonce'))
    expect(new Set(nonces).size).toBe(2)
    for (const [at, { status, to, text, headers }] of answers.entries()) {
      expect([status, to, headers.get('content-type')]).toEqual([200, null, 'text/html; charset=utf-8'])
      expect(await text()).toBe(`<p>/shows/kept</p><script nonce="${nonces[at]}"></script>`)
      expect(headers.get('content-security-policy')).toContain(`'nonce-${nonces[at]}'`)
      expect(headers.get('x-frame-options'), 'what the page was made with').toBe('DENY')
    }
    expect(renderer.asked).toHaveLength(1)
    expect(renderer.asked[0]?.host, 'as a visitor would ask').toBe('aurora.localhost:3000')
    expect(renderer.asked[0]?.cookie).toBeUndefined()
  })

  it.each([
    ['whoever carries a cookie', '/shows/cookie', { ...browser, cookie: 'anything=1' }],
    ['Next’s own client, which asks for parts', '/shows/parts', { accept: '*/*' }],
    ['an edge, which keeps pages itself', '/shows/edge', { ...browser, 'x-edge-clock': '1767225600.250' }],
    ['what is made for keeping', '/shows/made', { ...browser, 'x-site-made-for-keeping': '1' }],
    ['a question that hardly anybody else has', '/shows?q=a', browser],
    ['a page about a person', '/orders/o', browser],
    ['a preview', '/preview/v7/shows', browser],
    ['a page that cannot be made', '/shows/broken', browser],
    ['a page that is not there', '/shows/nowhere', browser],
  ])('is not for %s', async (_, path, headers) => {
    for (const { to } of [await askTwice(path, headers), await ask(path, headers)]) expect(to).toMatch(/^\/sites\//)
  })

  it('is not what somebody wants who changes something', async () => {
    await untilKept('/shows/changed')
    expect((await ask('/shows/changed', browser, 'POST')).to).toBe('/sites/aurora.localhost/shows/changed')
  })

  it('is one shop’s, in one language, on one kind of line', async () => {
    await untilKept('/')
    expect((await ask('/', { ...browser, host: 'luna.localhost' })).to).toBe('/sites/luna.localhost')
    expect((await ask('/de', browser)).to).toBe('/sites/aurora.localhost~de')
    expect((await ask('/', { ...browser, host: 'aurora.localhost:9999' })).to).toBe('/sites/aurora.localhost')
    expect((await ask('/', browser, 'HEAD')).to).toBe('/sites/aurora.localhost')
    expect((await ask('/', browser)).to, 'it is there').toBeNull()
    expect((await ask('/', { ...browser, 'x-forwarded-proto': 'https' })).to).toBe('/sites/aurora.localhost')
  })

  it('is given while the page cannot be made anew, as long as it is good', async () => {
    await untilKept('/shows/trouble')
    renderer.trouble = true
    clock.nowMs += 600
    const before = renderer.asked.length
    expect((await ask('/shows/trouble', browser)).to).toBeNull()
    await expect.poll(() => renderer.asked.length).toBe(before + 1)
    expect((await ask('/shows/trouble', browser)).to).toBeNull()
    renderer.trouble = false
  })

  it('ends with the version that it was made of', async () => {
    const luna = { ...browser, host: 'luna.localhost' }
    await untilKept('/shows', luna)
    await publish(shop.storefront, 'luna', { version: 2 })
    await shop.storefront.sites.refresh()
    expect((await ask('/shows', luna)).to).toBe('/sites/luna.localhost/shows')
  })
})

describe('a page that an edge asks for packed', () => {
  const edge = { 'x-edge-clock': '1767225600.250', 'x-edge-pack': '1', 'accept-encoding': 'gzip' }

  it('is rendered by ourselves, as for anybody, and packed with its own nonce and policy', async () => {
    const before = renderer.asked.length
    const { status, headers, to, body } = await ask('/shows/packed?city=bristol', {
      ...edge,
      'user-agent': 'marquee-edge',
    })
    expect([status, to, headers.get('x-edge-packed')]).toEqual([200, null, 'gzip'])
    expect(gunzipSync(await body()).toString()).toContain('<p>/shows/packed?city=bristol</p>')
    const nonce = headers.get('x-edge-nonce')
    expect(headers.get('content-security-policy')).toBe(`script-src 'nonce-${nonce}'`)
    expect(headers.get('x-accel-expires')).toBe('@1767225600')
    expect(renderer.asked).toHaveLength(before + 1)
    const { host, ...heard } = renderer.asked.at(-1) ?? {}
    expect(host).toBe('aurora.localhost:3000')
    expect(Object.keys(heard).filter((name) => /^(?:x-edge-|accept-encoding|cookie)/.test(name))).toEqual([])
  })

  it('that is not there is said so, rendered once, with its own policy', async () => {
    const before = renderer.asked.length
    const { status, headers, to, text } = await ask('/shows/nowhere', edge)
    const nonce = /nonce="([0-9a-f]{32})"/.exec(await text())?.[1]
    expect([status, to, headers.get('x-edge-packed')]).toEqual([404, null, null])
    expect(headers.get('content-security-policy')).toBe(`script-src 'nonce-${nonce}'`)
    expect(renderer.asked).toHaveLength(before + 1)
  })

  it('is rendered in the ordinary way where we cannot ask ourselves, as text, so that it can be kept', async () => {
    const { to, headers } = await ask('/shows/broken', edge)
    expect(to).toBe('/sites/aurora.localhost/shows/broken')
    const passedOn = (of: Headers) => of.get('x-middleware-override-headers')?.split(',')
    expect(passedOn(headers)).toContain('host')
    expect(passedOn(headers)).not.toContain('accept-encoding')
    expect(passedOn((await ask('/orders/o', edge)).headers)).toContain('accept-encoding')
  })

  it.each([
    ['whoever carries a cookie', '/shows/cookie', { ...edge, cookie: 'anything=1' }, 'GET'],
    ['nobody but an edge', '/shows/alone', { 'x-edge-pack': '1' }, 'GET'],
    ['an edge that asks for it as it is', '/shows/plain', { 'x-edge-clock': '1767225600.250' }, 'GET'],
    ['a page about a person', '/orders/o', edge, 'GET'],
    ['a preview', '/preview/v7/shows', edge, 'GET'],
    ['somebody who changes something', '/shows/changed', edge, 'POST'],
  ])('is not for %s', async (_, path, headers, method) => {
    expect((await ask(path, headers, method)).to).toMatch(/^\/sites\//)
  })
})

describe('while nobody can say who is signed in,', () => {
  let owner: string
  let guest: string
  let stores: FaultyProxy[]
  const opened = new AsyncDisposableStack()
  const shared = globalThis as { [STOREFRONT]?: Storefront }
  beforeAll(async () => {
    const { environment, log } = shop.storefront
    owner = await signInAs(shop.storefront, shop.aurora, 'owner')
    guest = 'customer=somebody'
    const behind = async (address: string) => {
      const url = new URL(address)
      const faulty = opened.use(await startFaultyProxy(Number(url.port)))
      url.port = String(faulty.port)
      return { faulty, url: url.href }
    }
    const [redis, postgres] = [await behind(environment.sessionsRedisUrl), await behind(environment.databaseUrl)]
    stores = [redis.faulty, postgres.faulty]
    const given = { ...environment, sessionsRedisUrl: redis.url, databaseUrl: postgres.url }
    shared[STOREFRONT] = opened.use(openStorefront(given, log, { publish: () => async () => {} }))
    await shared[STOREFRONT].sites.refresh()
    expect((await ask('/account', { cookie: owner })).status).toBe(200)
    for (const store of stores) {
      store.refusing = true
      store.cut()
    }
  })
  afterAll(async () => {
    shared[STOREFRONT] = shop.storefront
    await opened.disposeAsync()
  })

  it.each(['/account', '/orders', '/orders/o', '/checkout/h', '/inbox', '/admin', '/admin/site', '/de/account'])(
    '%s is unavailable to somebody who has a session, and says when to come back',
    async (path) => {
      const { status, to, headers } = await ask(path, { cookie: owner })
      expect([status, headers.get('retry-after')]).toEqual([503, '2'])
      expect(to).toMatch(/^\/sites\/aurora\.localhost(?:~de)?\/nobody\/at\/hand$/)
      expect(headers.get('x-middleware-request-x-site-missing')).toBe('sessions')
    },
  )

  it.each(['/', '/shows', '/legal/terms', '/accounting', '/account/forgot', '/orders/find', '/media/artworks/a'])(
    '%s is as always',
    async (path) => {
      const { status, to } = await ask(path, { cookie: owner })
      expect([status, to]).toEqual([200, sitePath('aurora.localhost', path).replace(/\/$/, '')])
    },
  )

  it('nothing has to be read about whoever has no session', async () => {
    expect((await ask('/account', { cookie: guest })).to).toBe('/sites/aurora.localhost/account')
  })

  it('a preview, which may be for staff only, is unavailable as well, and is not asked for', async () => {
    const { status, to, headers } = await ask('/preview/v7/shows', { cookie: owner })
    expect([status, to]).toEqual([503, '/sites/aurora.localhost/nobody/at/hand'])
    expect(headers.get('x-middleware-request-x-preview')).toBeNull()
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect((await ask('/preview/v7/shows', {})).status).toBe(200)
  })

  it('nobody from outside says so', async () => {
    const { headers } = await ask('/account', { 'x-site-missing': 'sessions' })
    expect(headers.get('x-middleware-request-x-site-missing')).toBeNull()
  })
})

interface Renderer {
  readonly server: Server
  readonly port: number
  readonly asked: IncomingHttpHeaders[]
  /** Whether it answers as a page does while core is away. */
  trouble: boolean
}

/** What a storefront asks itself: pages as Next renders them. */
async function startRenderer(): Promise<Renderer> {
  const asked: IncomingHttpHeaders[] = []
  const server = createServer(({ url, headers }, response) => {
    asked.push(headers)
    if (renderer.trouble) return response.writeHead(503).end()
    if (url === '/shows/broken') return response.destroy()
    const nonce = '0123456789abcdef'.repeat(2)
    response.writeHead(url === '/shows/nowhere' ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `script-src 'nonce-${nonce}'`,
      'x-frame-options': 'DENY',
      'x-edge-nonce': nonce,
      'x-middleware-rewrite': '/sites/aurora.localhost/shows/kept',
    })
    response.end(`<p>${url}</p><script nonce="${nonce}"></script>`)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const renderer = { server, port: (server.address() as AddressInfo).port, asked, trouble: false }
  return renderer
}
