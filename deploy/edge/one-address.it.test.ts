import { describe, expect } from 'vitest'
import { RawClient } from '#realtime/balancer/raw-client.fixture.ts'
import { until } from '#realtime/balancer/test-balancer.fixture.ts'
import type { Asking, Edge } from './edge.fixture.ts'
import { nginxTest } from './nginx-test.fixture.ts'

const HOST = 'aurora.tickets.example'
const GREEDY: Asking = { from: '127.0.0.7' }

const statusesOf = async (edge: Edge, paths: readonly string[], asking: Asking) =>
  (await Promise.all(paths.map((path) => edge.ask(path, asking)))).map(({ status }) => status)

describe('an address that fetches too many files', () => {
  const forGood = { headers: { 'cache-control': 'public, max-age=31536000, immutable' } }

  for (const [what, path] of [
    ['pictures', (n: number) => `/media/artworks/a${n}?w=480`],
    ['scripts', (n: number) => `/_next/static/a${n}.js`],
    ['fonts', (n: number) => `/fonts/inter/a${n}.woff2`],
  ] as const)
    nginxTest(
      `is told so: ${what}`,
      async (edge, origin) => {
        origin.odd = () => forGood
        const paths = Array.from({ length: 40 }, (_, n) => path(n))
        // In Brotli they are a block of their own.
        for (const encoding of ['identity', 'br']) {
          const headers = { 'Accept-Encoding': encoding }
          const refused = (await statusesOf(edge, paths, { ...GREEDY, headers })).filter((status) => status === 429)
          expect(refused.length).toBeGreaterThan(20)
          const answer = await edge.ask(path(0), { ...GREEDY, headers })
          expect([answer.status, answer.headers['retry-after']]).toEqual([429, '2'])
          expect(JSON.parse(await answer.whole()).type).toBe('storefront/too-often')
        }
        expect((await edge.ask(path(0), { from: '127.0.0.8' })).status).toBe(200)
      },
      { burst: 10 },
    )

  nginxTest(
    'is none that many people share who open their first page',
    async (edge, origin) => {
      origin.odd = () => forGood
      const firstVisit = Array.from({ length: 50 }, (_, n) => `/_next/static/a${n}.js`)
      // The first of them fetches all of it, at once. For the others it is there: the shop is in this process, which is
      // busy being the crowd, and a shop that cannot answer is not what this is about.
      const { promise: allAreOpen, resolve: letThemGo } = Promise.withResolvers<void>()
      origin.gate = allAreOpen
      const first = statusesOf(edge, firstVisit, GREEDY)
      await expect.poll(() => origin.seen).toHaveLength(firstVisit.length)
      letThemGo()
      expect(new Set(await first)).toEqual(new Set([200]))
      const people = Array.from({ length: 80 }, () => statusesOf(edge, firstVisit, GREEDY))
      expect(new Set((await Promise.all(people)).flat())).toEqual(new Set([200]))
    },
    { open: 5 },
  )
})

describe('an address that sends bodies slowly', () => {
  const LIMIT = 5

  /** Has as many requests open as it may, whose bodies do not come. One more is refused, and so tells that they are counted. */
  const holdAll = async (
    edge: Edge,
    line: string,
    announced = 'Content-Length: 100',
    limit = LIMIT,
  ): Promise<DisposableStack> => {
    const open = new DisposableStack()
    const bytes = `${line}\r\nHost: ${HOST}\r\n${announced}\r\n\r\n`
    const clients = Array.from({ length: limit + 1 }, () => open.use(new RawClient(edge.port, bytes)))
    await Promise.any(clients.map((client) => client.until(' 429 ')))
    return open
  }
  const untilServed = (edge: Edge, path: string) =>
    until(async () => (await edge.ask(path, { method: 'POST' })).status === 200)

  for (const [name, path, type] of [
    ['a call', '/api/holds', 'storefront/too-often'],
    ['a change of streams', '/realtime/a.b/streams', 'realtime/too-often'],
    ['a page', '/shows/42', 'storefront/too-often'],
  ] as const)
    nginxTest(
      `has only so many open: ${name}`,
      async (edge, origin) => {
        using slow = await holdAll(edge, `POST ${path} HTTP/1.1`)
        const refused = await edge.ask(path, { method: 'POST' })
        expect([refused.status, refused.headers['retry-after']]).toEqual([429, '2'])
        expect(JSON.parse(await refused.whole()).type).toBe(type)
        expect((await edge.ask(path, { method: 'POST', from: '127.0.0.8' })).status).toBe(200)
        slow.dispose()
        await untilServed(edge, path)
        expect(origin.seen.filter(({ headers }) => headers['content-length'] === '100')).toEqual([])
      },
      { open: LIMIT },
    )

  nginxTest(
    'may buy while it holds all the streams that it may',
    async (edge) => {
      using _slow = await holdAll(edge, 'POST /realtime/a.b/streams HTTP/1.1')
      for (const path of ['/api/holds', '/shows/42', '/_next/static/a.js'])
        expect((await edge.ask(path, { method: path.startsWith('/_next') ? 'GET' : 'POST' })).status, path).toBe(200)
    },
    { open: LIMIT },
  )

  for (const [path, length] of [
    ['/api/admin/pictures', 4_000_000],
    ['/api/admin/drafts', 500_000],
  ] as const)
    nginxTest(`has a few long ones open, and may buy meanwhile: ${path}`, async (edge) => {
      using slow = await holdAll(edge, `POST ${path} HTTP/1.1`, `Content-Length: ${length}`, 8)
      for (const upload of ['/api/admin/pictures', '/api/admin/drafts']) {
        const refused = await edge.ask(upload, { method: 'POST' })
        expect([upload, refused.status, refused.headers['retry-after']]).toEqual([upload, 429, '2'])
        expect(JSON.parse(await refused.whole()).type).toBe('storefront/too-often')
        expect((await edge.ask(upload, { method: 'POST', from: '127.0.0.8' })).status).toBe(200)
      }
      expect((await edge.ask('/api/holds', { method: 'POST' })).status).toBe(200)
      slow.dispose()
      await untilServed(edge, path)
    })

  for (const path of ['/api/admin/pictures', '/api/admin/drafts'])
    nginxTest(
      `holds none of the long ones unless it is staff’s: ${path}`,
      async (edge, origin) => {
        origin.odd = ({ headers }) => (headers.cookie ? {} : { status: 401 })
        using slow = new DisposableStack()
        const bytes = `POST ${path} HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 500000\r\n\r\n`
        const strangers = Array.from({ length: 2 * LIMIT }, () => slow.use(new RawClient(edge.port, bytes)))
        const editor = { method: 'POST', headers: { Cookie: 'session=x' }, body: 'a picture' }
        await Promise.all(strangers.map((stranger) => stranger.until('sign-in-needed')))
        for (const stranger of strangers) stranger.socket.write('x')
        expect((await edge.ask(path, editor)).status).toBe(200)
        const bodies = origin.seen.filter(({ method }) => method === 'POST')
        expect(bodies.map(({ headers }) => headers.cookie)).toEqual(['session=x'])
      },
      { uploads: LIMIT },
    )

  nginxTest(
    'and others like it have only so many long ones together, which costs nobody a ticket',
    async (edge) => {
      using slow = await holdAll(edge, 'POST /api/admin/pictures HTTP/1.1', 'Content-Length: 4000000', LIMIT)
      const another = { method: 'POST', from: '127.0.0.8' }
      expect((await edge.ask('/api/admin/drafts', another)).status).toBe(429)
      expect((await edge.ask('/api/holds', another)).status).toBe(200)
      slow.dispose()
      await untilServed(edge, '/api/admin/drafts')
    },
    { uploads: LIMIT },
  )

  nginxTest('is not waited for where files are', async (edge) => {
    for (const path of ['/_next/static/a.js', '/fonts/inter/a.woff2', '/media/artworks/a']) {
      using client = new RawClient(edge.port, `POST ${path} HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 100\r\n\r\n`)
      await client.until(' 413 ')
    }
  })

  // Each with an edge of its own: what the first had open may still be counted when the second begins.
  for (const [name, announced] of [
    ['of a length', 'Content-Length: 100'],
    ['in pieces', 'Transfer-Encoding: chunked'],
  ] as const)
    nginxTest(
      `is not let hold pages that are kept either, and may read them all the same: ${name}`,
      async (edge) => {
        using slow = await holdAll(edge, 'GET / HTTP/1.1', announced)
        expect((await edge.ask('/', { method: 'POST' })).status).toBe(429)
        expect(new Set(await statusesOf(edge, Array(20).fill('/'), {}))).toEqual(new Set([200]))
        slow.dispose()
        await untilServed(edge, '/')
      },
      { open: LIMIT },
    )
})
