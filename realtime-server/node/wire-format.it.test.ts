import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_EVENTS, MESSAGES } from '#contracts/message.ts'
import { parseCursor } from '../cursor.ts'
import { MemoryTier } from '../test/memory-tier.ts'
import { RawStream } from '../test/raw-stream.ts'
import { TestViewer } from '../test/viewer.ts'

let tier: MemoryTier
let node: string
beforeAll(async () => {
  tier = await MemoryTier.start()
  node = await tier.node()
})
afterAll(() => tier[Symbol.asyncDispose]())

const SSE = '/realtime/sse?streams=public.show.42'

describe('the answer to a viewer', () => {
  test('is an event stream that nobody on the way keeps or changes', async () => {
    await using stream = await RawStream.get(node, SSE)
    await stream.until(/event: ready/)
    expect(stream.head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(stream.headers).not.toHaveProperty('content-length')
    expect(stream.headers).not.toHaveProperty('transfer-encoding')
  })

  test('begins at once, before anything else has answered, with when to come back', async () => {
    const tails = tier.history.tails.bind(tier.history)
    const gate = Promise.withResolvers<void>()
    tier.history.tails = async (streams) => {
      await gate.promise
      return tails(streams)
    }
    try {
      await using stream = await RawStream.get(node, '/realtime/sse?streams=public.show.unheard-of')
      const [, retryMs] = await stream.until(/\r\n\r\nretry: (\d+)\n\n/)
      expect(Number(retryMs)).toBeGreaterThanOrEqual(1_000)
      expect(Number(retryMs)).toBeLessThanOrEqual(4_000)
      expect(stream.body).not.toMatch(/ready/)
      gate.resolve()
      await stream.until(/event: ready/)
    } finally {
      tier.history.tails = tails
    }
  })

  test('does not send all viewers back in one wave', async () => {
    const retries = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await using stream = await RawStream.get(node, SSE)
        return (await stream.until(/retry: (\d+)/))[1]
      }),
    )
    expect(new Set(retries).size).toBeGreaterThan(10)
  })

  test('says who holds the connection, which it is and what it follows, with a position to resume from', async () => {
    await tier.sell('7')
    await using viewer = await TestViewer.open(node, ['public.show.7', 'public.promotional.aurora'])
    const [ready] = viewer.events('ready')
    expect(CLIENT_EVENTS.ready.strict().parse(ready?.data)).toEqual({
      at: expect.any(String),
      connection: expect.stringMatching(`^${ready?.data.node}\\.`),
      node: expect.stringMatching(/^n[0-9a-f]{16}$/),
      streams: { 'public.show.7': { version: 1 }, 'public.promotional.aurora': {} },
    })
    expect(parseCursor(ready?.id ?? '')).not.toBeNull()
  })

  test('has one id, one event and one line of JSON per message', async () => {
    await using stream = await RawStream.get(node, SSE)
    await stream.until(/event: ready/)
    await tier.sell('42')
    const [event] = await stream.until(/id: [0-9a-z]+-\d+-\d+\nevent: ticket\.sold\ndata: .*\n\n/)
    const data = JSON.parse(/data: (.*)/.exec(event)?.[1] ?? '')
    expect(MESSAGES['ticket.sold'].strict().parse(data)).toMatchObject({ stream: 'public.show.42', showId: '42' })
  })
})

describe('a viewer that returns', () => {
  test.each(['last-event-id', 'address'])('is replayed what it missed, by its %s', async (where) => {
    const first = await TestViewer.open(node, ['public.show.11'])
    await tier.sell('11')
    const { id = '' } = await first.until('ticket.sold', ({ data }) => data.version > 0)
    await first[Symbol.asyncDispose]()
    await tier.sell('11')
    const base = `${node}`
    await using back =
      where === 'address'
        ? await TestViewer.open(base, [`public.show.11&lastEventId=${id}`])
        : await TestViewer.open(base, ['public.show.11'], { lastEventId: id })
    const ids = back.seen.map((seen) => seen.id)
    expect(ids).toContain(id)
    expect(ids.indexOf(id)).toBeLessThan(ids.length - 2)
    expect(back.seen.at(-1)?.event).toBe('ready')
    expect(back.events('reset')).toEqual([])
  })

  test('is replayed what came by name and by stream, oldest first over all', async () => {
    const first = await TestViewer.open(node, ['public.show.12', 'public.show.13'])
    const lastEventId = first.lastId as string
    await first[Symbol.asyncDispose]()
    for (const show of ['12', '13', '12', '13', '13']) await tier.sell(show)
    await using back = await TestViewer.open(node, ['public.show.12', 'public.show.13'], { lastEventId })
    const sold = back.events('ticket.sold')
    expect(sold.map(({ data }) => `${data.showId}/${data.version}`).toSorted()).toEqual(['12/1', '12/2', '13/1', '13/2', '13/3']) // biome-ignore format: one line
    const ms = sold.map(({ id = '' }) => parseCursor(id)?.ms ?? 0)
    expect(ms).toEqual(ms.toSorted((a, b) => a - b))
  })

  test.each([
    ['garbage', 'garbage'],
    ['a number', '42'],
    ['negative', '-1'],
    ['another epoch’s', `0000000001deadbeef-${Date.now()}-0`],
    ['from the future', 'FUTURE'],
    ['a kilobyte long', 'a'.repeat(1_024)],
  ])(
    'with a cursor that means nothing (%s) is told to fetch anew, for every stream it follows',
    async (_what, cursor) => {
      const lastEventId = cursor === 'FUTURE' ? future() : cursor
      await using viewer = await TestViewer.open(node, ['public.show.42', 'public.show.7'], { lastEventId })
      expect(viewer.events('reset').map(({ data }) => data.streams.toSorted())).toEqual([['public.show.42', 'public.show.7']]) // biome-ignore format: one line
      expect(viewer.events('ticket.sold')).toEqual([])
      await tier.sell('42')
      await viewer.until('ticket.sold')
    },
  )

  const future = () => `${tier.epoch.current().value}-${Date.now() + 3_600_000}-0`
})

describe('pages of the same hostname', () => {
  const ask = (headers: Record<string, string>, init: RequestInit = {}) =>
    RawStream.open(
      node,
      [
        `${init.method ?? 'GET'} ${SSE} HTTP/1.1`,
        ...Object.entries(headers).map(([n, v]) => `${n}: ${v}`),
        '',
        '',
      ].join('\r\n'),
    )

  test('may read the stream from another port, with their cookie', async () => {
    await using stream = await ask({ Host: 'aurora.localhost:4000', Origin: 'http://aurora.localhost:3000' })
    await stream.until(/event: ready/)
    expect(stream.headers).toMatchObject({
      'access-control-allow-origin': 'http://aurora.localhost:3000',
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    })
  })

  test.each(['http://luna.localhost:3000', 'http://evil.example', 'http://aurora.localhost.evil.example', 'null'])(
    'only: %s is refused before anything is sent',
    async (origin) => {
      await using stream = await ask({ Host: 'aurora.localhost:4000', Origin: origin, Connection: 'close' })
      await stream.until(/realtime\/forbidden/)
      expect(stream.head).toMatch(/^HTTP\/1\.1 403 /)
      expect(stream.headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  test('are told what they may send', async () => {
    const headers = { Host: 'aurora.localhost:4000', Origin: 'http://aurora.localhost:3000', Connection: 'close' }
    await using stream = await ask(headers, { method: 'OPTIONS' })
    await stream.until(/\r\n\r\n/)
    expect(stream.head).toMatch(/^HTTP\/1\.1 204 /)
    expect(stream.headers).toMatchObject({
      'access-control-allow-origin': 'http://aurora.localhost:3000',
      'access-control-allow-methods': 'GET, POST',
    })
  })
})

describe('other requests', () => {
  test.each([
    ['GET', '/', 404],
    ['GET', '/realtime', 404],
    ['GET', '/realtime/sse/', 404],
    ['POST', '/realtime/sse?streams=public.show.42', 404],
    ['GET', '/realtime/x/streams', 404],
    ['GET', '/realtime/sse?streams=public.show.42,nonsense', 400],
    ['GET', '/realtime/sse?streams=%00', 400],
    ['GET', '/realtime/sse?streams=public.show.%F0%9F', 400],
    ['GET', '/realtime/sse?streams=private.order', 401],
    ['DELETE', '/realtime/sse', 404],
    ['PUT', '/healthzz', 404],
  ])('%s %s is answered %i by a problem document', async (method, path, status) => {
    const response = await fetch(`${node}${path}`, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ type: expect.stringMatching(/^realtime\//), status })
  })

  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['a path that is none', 'GET //[ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an address of somewhere else', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['a head of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n'],
  ])('that are broken (%s) end with an answer below 500', async (_what, request) => {
    await using stream = await RawStream.open(node, request)
    await stream.until(/^HTTP\/1\.1 4\d\d /)
  })

  test.each([SSE, '/healthz', '/nowhere'])('cannot be made on a connection that carries a stream: %s', async (path) => {
    await using stream = await RawStream.get(node, SSE)
    await stream.until(/event: ready/)
    stream.socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await stream.closed()
    expect(stream.text.match(/event: ready/g)).toHaveLength(1)
  })

  test('cannot follow a stream’s in the same breath', async () => {
    const request = `GET ${SSE} HTTP/1.1\r\nHost: x\r\n\r\n`
    await using stream = await RawStream.open(node, request.repeat(20))
    await stream.closed()
    expect(stream.text.match(/HTTP\/1\.1 200/g)?.length ?? 0).toBeLessThanOrEqual(1)
    await expect.poll(async () => (await (await fetch(`${node}/readyz`)).json()).connections).toBe(0)
  })
})

describe('health', () => {
  test('a node tells its role, its id and whether it takes viewers', async () => {
    const ready = await fetch(`${node}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ role: 'node', ready: true, state: 'ready', slot: expect.any(Number) })
    expect(await (await fetch(`${node}/healthz`)).json()).toMatchObject({ status: 'ok', role: 'node' })
  })

  test('a node counts connections and messages', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.99'])
    await tier.sell('99')
    await viewer.until('ticket.sold')
    const text = await (await fetch(`${node}/metrics`)).text()
    expect(text).toMatch(/^realtime_connections\{role="node"\} [1-9]/m)
    expect(text).toMatch(/^realtime_messages_sent_total\{role="node"\} [1-9]/m)
    expect(text).toMatch(/^realtime_delivery_seconds_count\{role="node"\} [1-9]/m)
  })
})
