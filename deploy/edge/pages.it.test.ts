import { beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { until } from '#realtime/balancer/test-balancer.fixture.ts'
import { type Answer, type Asking, type Behind, Edge, findEdge } from './edge.fixture.ts'
import { nginx } from './nginx.fixture.ts'
import { Origin } from './origin.fixture.ts'

let program: Awaited<ReturnType<typeof findEdge>>
beforeAll(async () => {
  program = await findEdge(nginx)
  if ('missing' in program) console.log(`pages at the edge are not tried: ${program.missing}`)
}, 240_000)

interface Page {
  readonly status: number
  readonly text: string
  readonly render: number
  readonly headers: Answer['headers']
  /** HIT, MISS, EXPIRED, STALE, UPDATING, BYPASS. */
  readonly edge: string
}

class Shop {
  readonly origin: Origin
  readonly edge: Edge

  constructor(origin: Origin, edge: Edge) {
    this.origin = origin
    this.edge = edge
  }

  async get(path = '/', asking: Asking = {}): Promise<Page> {
    using answer = await this.edge.ask(path, asking)
    const text = await answer.whole()
    const { status, headers } = answer
    return { status, headers, text, render: Number(/render=(\d+)/.exec(text)?.[1]), edge: `${headers['x-edge']}` }
  }

  /** Asks until a page comes from what is kept: the second between two asks may just have ended. */
  async hit(path = '/', asking: Asking = {}): Promise<Page> {
    let page = await this.get(path, asking)
    await until(async () => {
      page = await this.get(path, asking)
      return page.edge === 'HIT'
    })
    return page
  }

  /** Whether two asks right after each other cost two renders, three times in a row: chance would have kept one. */
  async isNeverKept(path: string, asking: Asking = {}): Promise<boolean> {
    for (let round = 0; round < 3; round += 1) {
      const [first, second] = [await this.get(path, asking), await this.get(path, asking)]
      if (first.edge === 'HIT' || second.edge === 'HIT' || first.text === second.text) return false
    }
    return true
  }
}

const edgeTest = (name: string, run: (shop: Shop) => Promise<void>, limits: Pick<Behind, 'burst'> = {}) =>
  test(name, async ({ skip }: TestContext) => {
    if ('missing' in program) return skip(program.missing)
    await using origin = await Origin.start()
    const behind = { nodes: [], balancers: [9], storefront: origin.port, ...limits }
    await using edge = await Edge.start(nginx, program.path, behind)
    await run(new Shop(origin, edge))
  })

const noncesOf = ({ headers, text }: Page) =>
  [
    ...`${headers['content-security-policy']}`.matchAll(/nonce-([0-9a-f]{32})/g),
    ...text.matchAll(/nonce="([0-9a-f]{32})"/g),
  ].map(([, nonce]) => nonce)

const GZIP = { 'Accept-Encoding': 'gzip' }
const PACKED = { headers: GZIP }
const CLICK = { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' }

describe('a page that is kept', () => {
  edgeTest('has a nonce of its own for every visitor, the same in its policy and its text', async (shop) => {
    const pages = [await shop.hit()]
    while (pages.length < 50) pages.push(await shop.get())
    expect(pages.filter(({ edge }) => edge === 'HIT').length).toBeGreaterThan(25)
    const nonces = pages.map((page) => {
      const found = noncesOf(page)
      expect(found).toHaveLength(4)
      expect(new Set(found).size).toBe(1)
      return found[0]
    })
    expect(new Set(nonces).size).toBe(pages.length)
  })

  edgeTest('has a fresh nonce as the answer to a click, too, compressed for each visitor', async (shop) => {
    shop.origin.text = 'x'.repeat(2_000)
    const click = await shop.hit('/shows?_rsc=abc', { headers: { ...CLICK, ...GZIP } })
    expect(click.headers['content-type']).toBe('text/x-component')
    expect(click.headers['content-encoding']).toBe('gzip')
    expect(new Set(noncesOf(click)).size).toBe(1)
  })

  edgeTest('tells browsers to ask again, and nothing of what is between us and the shop', async (shop) => {
    const { headers } = await shop.hit()
    expect(headers['cache-control']).toBe('private, no-cache')
    for (const name of ['x-edge-nonce', 'x-accel-expires', 'etag', 'last-modified'])
      expect(headers[name]).toBeUndefined()
    expect(`${headers.vary}`).toContain('rsc')
  })

  edgeTest('is made for nobody in particular', async (shop) => {
    const headers = { Cookie: '_ga=GA1.1.5', 'Accept-Language': 'fi', 'User-Agent': 'Somebody’s'.replace('’', "'") }
    await shop.hit('/', { headers })
    for (const { headers: heard } of shop.origin.seen) {
      expect(heard).not.toHaveProperty('cookie')
      expect(heard).not.toHaveProperty('accept-language')
      expect(heard['user-agent']).toBe('marquee-edge')
    }
  })

  edgeTest('is one page for all advertisements that lead to it', async (shop) => {
    const { render } = await shop.hit('/shows')
    for (const query of ['utm_source=mail&utm_medium=x', 'gclid=a.b-c']) {
      const page = await shop.hit(`/shows?${query}`)
      expect(page.text).toContain('path=/shows ')
      expect(page.render).toBeGreaterThanOrEqual(render)
    }
  })

  edgeTest('shows a publish within two seconds, however many look', async (shop) => {
    await shop.hit()
    for (let round = 1; round <= 3; round += 1) {
      shop.origin.text = `published ${round}`
      const from = performance.now()
      await until(async () => (await shop.get()).text.includes(shop.origin.text))
      expect(performance.now() - from, 'two seconds, on a machine that is not busy').toBeLessThan(4_000)
    }
  })

  edgeTest('costs one render when fifty ask for it at once', async (shop) => {
    let round = 0
    // On a busy machine some wait longer than the half second after which they are let through. Without the lock all are.
    await until(async () => {
      const path = `/shows/s${++round}`
      const opened = Promise.withResolvers<void>()
      shop.origin.gate = opened.promise
      const crowd = Array.from({ length: 50 }, () => shop.get(path))
      // It goes the same way after them: when it is there, they are at the edge.
      const last = shop.get(`/api/after-${round}`)
      const seen = (what: string) => shop.origin.seen.filter(({ url }) => url === what).length
      await until(() => seen(`/api/after-${round}`) === 1 && seen(path) > 0)
      opened.resolve()
      await Promise.all([...crowd, last])
      return seen(path) <= 2
    })
  })
})

describe('a packed page', () => {
  edgeTest('is kept as it was compressed, and opens with a nonce of its own for every visitor', async (shop) => {
    const pages = [await shop.hit('/', PACKED)]
    while (pages.length < 50) pages.push(await shop.get('/', PACKED))
    expect(pages.filter(({ edge }) => edge === 'HIT').length).toBeGreaterThan(25)
    for (const page of pages) {
      expect(page.headers['content-encoding']).toBe('gzip')
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.headers['cache-control']).toBe('private, no-cache')
      expect(page.headers['x-edge-packed']).toBeUndefined()
      expect(noncesOf(page)).toHaveLength(4)
      expect(new Set(noncesOf(page)).size).toBe(1)
      expect(page.text, 'its counterweight').toContain('<!--')
    }
    expect(new Set(pages.map((page) => noncesOf(page)[0])).size).toBe(pages.length)
  })

  edgeTest('is for those who take gzip; others have the page as it is', async (shop) => {
    await shop.hit('/', PACKED)
    const wishes = ['gzip', 'GZIP', 'deflate, gzip', 'br;q=1.0,gzip;q=0.8, *;q=0.1', 'gzip; q=0.001', 'zstd,gzip ; q=1']
    for (const wish of wishes) {
      const page = await shop.hit('/', { headers: { 'Accept-Encoding': wish } })
      expect([wish, page.headers['content-encoding'], page.text.includes('<!--')]).toEqual([wish, 'gzip', true])
    }
    for (const wish of ['', 'identity', 'gzip;q=0', 'br, gzip;q=0.00', 'x-gzipped', 'not-gzip']) {
      const page = await shop.hit('/', { headers: { 'Accept-Encoding': wish } })
      expect([wish, page.headers['content-encoding'], page.text.includes('<!--')]).toEqual([wish, undefined, false])
      expect(new Set(noncesOf(page)).size).toBe(1)
    }
    const head = await shop.hit('/', { ...PACKED, method: 'HEAD' })
    expect([head.status, head.headers['content-encoding'], head.text]).toEqual([200, 'gzip', ''])
  })

  edgeTest('is kept as it is where the shop could not pack it, with fresh nonces as well', async (shop) => {
    shop.origin.odd = () => ({ unpacked: 'as-it-is' })
    const [one, other] = [await shop.hit('/', PACKED), await shop.hit('/', PACKED)]
    expect(one.headers['content-encoding']).toBeUndefined()
    expect(new Set([...noncesOf(one), ...noncesOf(other)]).size).toBe(2)
  })

  edgeTest(
    'is not what somebody compressed otherwise: that is passed on with its own nonce, and not kept',
    async (shop) => {
      shop.origin.odd = () => ({ unpacked: 'by-next' })
      expect(await shop.isNeverKept('/', PACKED)).toBe(true)
      const page = await shop.get('/', PACKED)
      expect(page.headers['content-encoding']).toBe('gzip')
      expect(new Set(noncesOf(page)).size).toBe(1)
      expect(page.headers['cache-control']).toContain('no-store')
    },
  )

  edgeTest('is nobody’s who has a cookie, and nothing that is no page of everybody’s', async (shop) => {
    const asked = (path: string, headers: Record<string, string>) =>
      shop.get(path, { headers: { ...GZIP, ...headers } })
    await asked('/', { Cookie: 'customer=a.b' })
    await asked('/shows?q=night', {})
    await asked('/shows', CLICK)
    await asked('/api/anything', { 'X-Edge-Pack': '1' })
    expect(shop.origin.seen.map(({ headers }) => headers['x-edge-pack'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    await asked('/shows?city=bristol', { 'X-Edge-Pack': '2' })
    expect(shop.origin.seen.at(-1)?.headers['x-edge-pack']).toBe('1')
  })

  edgeTest('is there while the shop is away', async (shop) => {
    await shop.hit('/', PACKED)
    await shop.origin.stop()
    let stale = await shop.get('/', PACKED)
    await until(async () => {
      stale = await shop.get('/', PACKED)
      return stale.edge === 'STALE'
    })
    expect(stale.headers['content-encoding']).toBe('gzip')
    const again = await shop.get('/', PACKED)
    expect(new Set([...noncesOf(stale), ...noncesOf(again)]).size).toBe(2)
    expect((await shop.get('/shows/never-asked', PACKED)).status).toBe(503)
  })
})

describe('a built file', () => {
  const immutable = 'public, max-age=31536000, immutable'
  /** @param hasBrotli whether the storefront's build has put files in Brotli beside the others */
  const built = (shop: Shop, hasBrotli = true) => {
    shop.origin.odd = ({ url = '' }) => ({
      status: !hasBrotli && url.endsWith('.br') ? 404 : 200,
      headers: {
        'content-type': 'application/javascript; charset=UTF-8',
        'cache-control': immutable,
        ...(url.endsWith('.br') && { 'content-encoding': 'br' }),
      },
    })
  }
  const seen = (shop: Shop) => shop.origin.seen.map(({ url }) => url)
  const file = '/_next/static/chunks/0-a~b.c_d.js'
  const asking = (encoding: string): Asking => ({ headers: { 'Accept-Encoding': encoding } })

  edgeTest('comes in Brotli for those who take it, and is kept so', async (shop) => {
    built(shop)
    for (const wish of ['br', 'gzip, deflate, br, zstd', 'gzip;q=0.5,br;q=0.1']) {
      const { status, headers } = await shop.get(file, asking(wish))
      expect([wish, status, headers['content-encoding']]).toEqual([wish, 200, 'br'])
      expect(headers['content-type']).toBe('application/javascript; charset=UTF-8')
      expect(headers['cache-control']).toBe(immutable)
    }
    expect(seen(shop)).toEqual([`${file}.br`])
    for (const wish of ['gzip', 'identity', 'br;q=0', 'brotli', 'gzip, br;q=0.0'])
      expect((await shop.get(file, asking(wish))).headers['content-encoding'], wish).not.toBe('br')
    expect(seen(shop)).toEqual([`${file}.br`, file])
  })

  edgeTest('comes otherwise where the shop has none in Brotli', async (shop) => {
    built(shop, false)
    for (let visitor = 0; visitor < 3; visitor += 1) {
      const { status, headers } = await shop.get(file, asking('br'))
      expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([200, undefined, immutable])
    }
    expect(
      seen(shop).filter((url) => url === file),
      'kept',
    ).toHaveLength(1)
    const crowd = await Promise.all(Array.from({ length: 20 }, () => shop.get('/_next/static/other.css', asking('br'))))
    expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([200]))
    shop.origin.odd = () => ({ status: 404 })
    expect((await shop.get('/_next/static/gone.js', asking('br'))).status).toBe(404)
    expect((await shop.get('/_next/static/gone.woff2', asking('br'))).status).toBe(404)
    expect(seen(shop).filter((url) => url?.includes('gone'))).toEqual([
      ...['/_next/static/gone.js.br', '/_next/static/gone.js', '/_next/static/gone.woff2'],
    ])
  })

  edgeTest(
    'is a script or a stylesheet; what else there is, and whatever is asked, goes on as it was asked',
    async (shop) => {
      built(shop)
      for (const path of ['/_next/static/media/a.woff2', '/_next/static/chunks/a.js.map', '/shows/a.js'])
        await shop.get(path, asking('br'))
      expect(seen(shop)).toEqual(['/_next/static/media/a.woff2', '/_next/static/chunks/a.js.map', '/shows/a.js'])
      await shop.get('/_next/static/a%0d%0aX-Odd:%201%0d%0a.js', asking('br'))
      expect(shop.origin.seen.at(-1)?.headers['x-odd']).toBeUndefined()
    },
  )

  edgeTest('may be a font, which is kept for everybody, and its stylesheet in Brotli', async (shop) => {
    built(shop)
    const font = '/fonts/inter/latin.0123abcd.woff2'
    for (const host of ['a.example', 'b.example', 'c.example'])
      expect((await shop.get(font, { ...asking('gzip, br'), host })).headers['cache-control']).toBe(immutable)
    expect(seen(shop)).toEqual([font])
    expect((await shop.get('/fonts/inter.css', asking('br'))).headers['content-encoding']).toBe('br')
    expect((await shop.get('/fonts/inter.css', asking('gzip'))).headers['content-encoding']).not.toBe('br')
    expect(seen(shop)).toEqual([font, '/fonts/inter.css.br', '/fonts/inter.css'])
  })

  edgeTest('of a shop that is away is shown as it was, and what nobody had is said to be away', async (shop) => {
    built(shop)
    await shop.get(file, asking('br'))
    await shop.origin.stop()
    expect((await shop.get(file, asking('br'))).status).toBe(200)
    const { status, headers } = await shop.get('/_next/static/new.js', asking('br'))
    expect([status, headers['retry-after']]).toEqual([503, '2'])
  })
})

describe('what is never kept, and never answered with what is kept', () => {
  edgeTest(
    'anything for somebody: guests, streams, sessions, previews, and cookies nobody has thought of yet',
    async (shop) => {
      await shop.hit()
      const cookies = [
        'customer=a.b',
        'rt=x',
        '__Host-session=1',
        '__Host-aurora.session_token=1',
        'shop.session_token=y',
      ]
      const more = [
        '__prerender_bypass=z',
        'preview=p',
        'newfangled=1',
        '_ga=1; customer=a.b',
        'customer=a.b; _ga=1',
        '_gat',
      ]
      for (const cookie of [...cookies, ...more]) {
        const asking = { headers: { Cookie: cookie } }
        expect([cookie, await shop.isNeverKept('/', asking)]).toEqual([cookie, true])
        expect((await shop.get('/', asking)).text).toContain(`cookie=${cookie} `)
        expect((await shop.get()).text).toContain('cookie= ')
      }
      expect(await shop.isNeverKept('/', { headers: { Authorization: 'Bearer x' } })).toBe(true)
    },
  )

  edgeTest('a person’s page has the shop’s own policy', async (shop) => {
    const page = await shop.get('/orders/order_1', { headers: { Cookie: 'customer=a.b' } })
    expect(new Set(noncesOf(page)).size).toBe(1)
    expect(page.headers['cache-control']).toContain('no-store')
  })

  edgeTest('what proxy.ts does not name: checkout, orders, accounts, the API', async (shop) => {
    for (const path of ['/checkout/h1', '/orders/o1', '/account', '/api/shows/x/availability', '/shows/x/y'])
      expect([path, await shop.isNeverKept(path)]).toEqual([path, true])
  })

  edgeTest('another host’s page, nor that of another port', async (shop) => {
    await shop.hit('/', { host: 'aurora.localhost:3000' })
    for (const host of ['luna.localhost:3000', 'aurora.localhost:3001', 'aurora.localhost'])
      expect((await shop.hit('/', { host })).text).toContain(`host=${host} `)
    expect((await shop.get('/', { host: 'aurora.localhost:3000' })).text).toContain('host=aurora.localhost:3000 ')
  })

  edgeTest('a 404, an error, a redirect', async (shop) => {
    for (const status of [404, 500, 503, 308]) {
      shop.origin.odd = () => ({ status })
      expect([status, await shop.isNeverKept(`/shows/s${status}`)]).toEqual([status, true])
    }
  })

  edgeTest('what sets a cookie', async (shop) => {
    shop.origin.odd = () => ({ headers: { 'set-cookie': 'customer=a.b' } })
    expect(await shop.isNeverKept('/')).toBe(true)
  })

  edgeTest('a page without its nonce, or with one that is none', async (shop) => {
    shop.origin.odd = () => ({ withoutNonce: true })
    expect(await shop.isNeverKept('/')).toBe(true)
    shop.origin.odd = () => ({ headers: { 'x-edge-nonce': 'p' } })
    expect(await shop.isNeverKept('/shows')).toBe(true)
  })

  edgeTest(
    'an answer to a click as a page, a page as an answer to a click, or one in the other’s place',
    async (shop) => {
      await shop.hit('/shows')
      expect((await shop.get('/shows', { headers: CLICK })).headers['content-type']).toBe('text/x-component')
      expect((await shop.hit('/shows', { headers: CLICK })).headers['content-type']).toBe('text/x-component')
      expect((await shop.hit('/shows')).headers['content-type']).toMatch(/^text\/html/)
      expect((await shop.hit('/shows?_rsc=')).headers['content-type']).toMatch(/^text\/html/)
      expect((await shop.get('/shows', { headers: CLICK })).headers['content-type']).toBe('text/x-component')
      shop.origin.odd = () => ({ headers: { 'content-type': 'text/html' } })
      expect(await shop.isNeverKept('/shows/x', { headers: CLICK })).toBe(true)
    },
  )

  edgeTest('odd headers and queries of Next, which the shop never hears where Next would obey them', async (shop) => {
    await shop.hit('/')
    const odd: Record<string, string>[] = [
      { RSC: '2' },
      { RSC: '1', 'Next-Router-Prefetch': 'x' },
      { 'Next-Router-Prefetch': '1' },
    ]
    for (const headers of odd) expect([headers, await shop.isNeverKept('/', { headers })]).toEqual([headers, true])
    for (const query of ['q=night', 'city=a%20b', 'anything=1', `city=${'x'.repeat(41)}`])
      expect([query, await shop.isNeverKept(`/shows?${query}`)]).toEqual([query, true])
    const before = shop.origin.seen.length
    await shop.get('/nobody-asked-yet', {
      headers: { 'X-Middleware-Prefetch': '1', 'X-Nextjs-Data': '1', 'X-Matched-Path': '/x' },
    })
    const heard = Object.keys(shop.origin.seen[before]?.headers ?? {})
    expect(heard.filter((name) => /^x-(middleware|nextjs|matched)/.test(name))).toEqual([])
  })
})

describe('a shop that is away', () => {
  edgeTest('is shown as it was, with fresh nonces, and is honest about everything else', async (shop) => {
    const { render } = await shop.hit()
    await shop.origin.stop()
    let stale = await shop.get()
    await until(async () => {
      stale = await shop.get()
      return stale.edge === 'STALE'
    })
    const again = await shop.get()
    expect(stale.render).toBeGreaterThanOrEqual(render)
    expect(new Set([...noncesOf(stale), ...noncesOf(again)]).size).toBe(2)
    for (const path of ['/shows/never-asked', '/api/holds', '/orders/o1']) {
      const { status, headers } = await shop.get(path)
      expect([path, status, headers['retry-after']]).toEqual([path, 503, '2'])
    }
    expect(JSON.parse((await shop.get('/api/holds')).text).type).toBe('storefront/unavailable')
    const { status } = await shop.get('/', { headers: { Cookie: 'customer=a.b' } })
    expect(status).toBe(503)
  })

  edgeTest('that answers 500 or 503 is shown as it was, too; one that answers 404 is believed', async (shop) => {
    for (const status of [500, 503]) {
      shop.origin.odd = () => ({})
      await shop.hit('/shows/s1')
      shop.origin.odd = () => ({ status })
      let page = await shop.get('/shows/s1')
      await until(async () => {
        page = await shop.get('/shows/s1')
        return page.edge === 'STALE'
      })
      expect([status, page.status]).toEqual([status, 200])
    }
    shop.origin.odd = () => ({})
    await shop.hit('/shows/s1', PACKED)
    shop.origin.odd = () => ({ status: 503 })
    let packed = await shop.get('/shows/s1', PACKED)
    await until(async () => {
      packed = await shop.get('/shows/s1', PACKED)
      return packed.edge === 'STALE'
    })
    const again = await shop.get('/shows/s1', PACKED)
    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'gzip'])
    expect(new Set([...noncesOf(packed), ...noncesOf(again)]).size).toBe(2)
    shop.origin.odd = () => ({ status: 404 })
    await until(async () => (await shop.get('/shows/s1')).status === 404)
  })
})

describe('who asks too much', () => {
  edgeTest(
    'is told so; those who read what is kept, and other addresses, are not',
    async (shop) => {
      const greedy = { from: '127.0.0.7' }
      const calls = async (path: string, asking: Asking) => {
        const answers = await Promise.all(Array.from({ length: 40 }, () => shop.get(path, asking)))
        return answers.filter(({ status }) => status === 429)
      }
      const [refused] = await calls('/api/anything', greedy)
      expect(refused?.headers['retry-after']).toBe('2')
      expect(JSON.parse(refused?.text ?? '{}').type).toBe('storefront/too-often')
      expect((await shop.get('/api/anything', { from: '127.0.0.8' })).status).toBe(200)
      for (const path of ['/?q=x', '/orders/o1']) {
        const asking = { ...greedy, headers: { Cookie: 'customer=a.b' } }
        expect([path, (await calls(path, asking)).length > 0]).toEqual([path, true])
      }
      const [packed] = await calls('/shows?city=bristol', { ...greedy, ...PACKED })
      expect(JSON.parse(packed?.text ?? '{}').type).toBe('storefront/too-often')
      for (const asking of [greedy, { ...greedy, ...PACKED }]) expect(await calls('/', asking)).toEqual([])
    },
    { burst: 10 },
  )
})
