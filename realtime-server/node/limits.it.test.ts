import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MemoryTier } from '../test/memory-tier.ts'
import { metricOf } from '../test/node-metrics.ts'
import { RawStream } from '../test/raw-stream.ts'
import { TestViewer } from '../test/viewer.ts'
import { openFilesAllowed, socketRoom } from './socket-room.ts'

let tier: MemoryTier
beforeAll(async () => {
  tier = await MemoryTier.start()
})
afterAll(() => tier[Symbol.asyncDispose]())

const SSE = '/realtime/sse?streams=public.show.42'
const requestOf = (method: string, path: string, body = '', fields = ''): string =>
  `${method} ${path} HTTP/1.1\r\nHost: node\r\n${fields}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const changeOf = (connection: string, change: object): string =>
  requestOf('POST', `/realtime/${connection}/streams`, JSON.stringify(change))
const connectionsOf = async (node: string): Promise<number> =>
  (await (await fetch(`${node}/readyz`)).json()).connections

/** How many connections ended for a reason, by the node's own count. */
async function ended(node: string, reason: string): Promise<number> {
  const metrics = await (await fetch(`${node}/metrics`)).text()
  return Number(new RegExp(`closed_total\\{reason="${reason}",role="node"\\} (\\d+)`).exec(metrics)?.[1] ?? 0)
}

describe('a node that is full', () => {
  test('turns newcomers away with a time to come back, and puts nobody out', async () => {
    const node = await tier.node({ maxConnections: 3 })
    await using viewers = new AsyncDisposableStack()
    const open = async () => viewers.use(await TestViewer.open(node, ['public.show.42']))
    const inside = [await open(), await open(), await open()]
    const response = await fetch(node + SSE)
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(await response.json()).toMatchObject({ type: 'realtime/full', status: 503 })
    expect(await connectionsOf(node)).toBe(3)
    await tier.sell('42')
    for (const viewer of inside) await viewer.until('ticket.sold')
  })

  test('takes another when one has left', async () => {
    const node = await tier.node({ maxConnections: 1 })
    const first = await TestViewer.open(node, ['public.show.42'])
    expect((await fetch(node + SSE)).status).toBe(503)
    await first[Symbol.asyncDispose]()
    await expect.poll(() => connectionsOf(node)).toBe(0)
    await using second = await TestViewer.open(node, ['public.show.42'])
    expect(second.events('ready')).toHaveLength(1)
  })

  test('is never more than full, however many come at once with cookies to be read', async () => {
    const node = await tier.node({ maxConnections: 5 })
    const cookie = await tier.cookie({ reseller: 'aurora', customerRef: 'customer-ana-000' })
    const abort = new AbortController()
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => fetch(node + SSE, { headers: { cookie }, signal: abort.signal })),
    )
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(responses.filter(({ status }) => status === 503)).toHaveLength(35)
    expect(await connectionsOf(node)).toBe(5)
    abort.abort()
  })
})

describe('while Redis hangs', () => {
  /** Left to the probe, the figures and the change, each over a connection of its own. */
  const ASKING = 10
  const { viewers, sockets } = socketRoom(2, openFilesAllowed())
  /** Of 130 changes a second, each of which waits for a second and a half; fewer where descriptors are few. */
  const hanging = Math.min(200, sockets - viewers - ASKING)

  test('and hundreds of changes wait for it, a full node still answers a probe, says its figures and makes a change', async () => {
    const node = await tier.node({ maxConnections: 2 })
    await using waiting = new AsyncDisposableStack()
    await using asking = await TestViewer.open(node, ['public.show.42'])
    await using other = await TestViewer.open(node, ['public.show.42'])
    const gate = Promise.withResolvers<void>()
    const { history } = tier
    const tails = history.tails
    const gated = async (names: readonly string[]) => {
      await gate.promise
      return tails.call(history, names)
    }
    Object.assign(history, { tails: gated })
    try {
      const change = changeOf(asking.connection, { subscribe: ['public.show.79'] })
      const open = async () => waiting.use(await RawStream.open(node, change))
      const changes = await Promise.all(Array.from({ length: hanging }, open))
      const [probe, figures, changed] = await Promise.all([
        fetch(`${node}/healthz`),
        fetch(`${node}/metrics`),
        fetch(`${node}/realtime/${other.connection}/streams`, { method: 'POST', body: '{"unsubscribe":["public.show.42"]}' }), // biome-ignore format: one line
      ])
      expect([probe.status, figures.status, changed.status]).toEqual([200, 200, 200])
      // On a busy machine some have waited for long enough, and were told so.
      const told = changes.filter(({ text }) => text !== '')
      expect(told.filter(({ text }) => !text.startsWith('HTTP/1.1 503 '))).toEqual([])
      expect(changes.filter(({ text, socket }) => text === '' && socket.closed)).toEqual([])
    } finally {
      Object.assign(history, { tails })
      gate.resolve()
    }
    expect(await metricOf(node, 'realtime_connections_dropped_total', 'why="full"')).toBe(0)
  })
})

describe('sockets that say nothing', () => {
  test('are as many as a node has viewers and a few more; one more is closed unread, and somebody else’s end makes room', async () => {
    const node = await tier.node({ maxConnections: 2 })
    await using idle = new AsyncDisposableStack()
    const open = async () => idle.use(await RawStream.open(node, ''))
    const inside = await Promise.all(Array.from({ length: socketRoom(2, openFilesAllowed()).sockets }, open))
    await using over = await RawStream.get(node, SSE)
    await over.closed()
    expect(over.text).toBe('')
    expect(inside.filter(({ socket }) => socket.closed)).toEqual([])
    for (const { socket } of inside.slice(0, 2)) socket.destroy()
    const listening = () => fetch(`${node}/healthz`).then(({ status }) => status, () => null) // biome-ignore format: one line
    await expect.poll(listening).toBe(200)
    expect(await metricOf(node, 'realtime_connections_dropped_total', 'why="full"')).toBeGreaterThanOrEqual(1)
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    expect(viewer.connection).toBeDefined()
  })

  test.each([
    ['who was told that there is no room', () => requestOf('GET', SSE), 503],
    ['a change of streams', (id: string) => changeOf(id, { unsubscribe: ['public.show.42'] }), 200],
    ['a change that was refused', (id: string) => changeOf(id, { subscribe: ['nothing'] }), 400],
    ['a change of nobody’s', () => changeOf('n1.c1', {}), 404],
    [
      'a preflight',
      (id: string) => requestOf('OPTIONS', `/realtime/${id}/streams`, '', 'Origin: http://node\r\n'),
      204,
    ],
    ['who asks for what is not here', () => requestOf('GET', '/'), 404],
    ['a probe', () => requestOf('GET', '/healthz'), 200],
  ] as const)('are not %s: its socket closes with the answer', async (_who, request, status) => {
    const node = await tier.node({ maxConnections: 1 })
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    await using answered = await RawStream.open(node, request(viewer.connection))
    await answered.closed()
    expect(answered.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answered.headers).toMatchObject({ connection: 'close' })
    expect(viewer.hasEnded).toBe(false)
  })
})

describe('a viewer that does not read', () => {
  /** 100 of these are more than the kernel holds for one connection. */
  const MESSAGES = 150
  const ids = (count: number) => Array.from({ length: count }, (_, i) => `${i}`.padStart(64, 'id-'))
  const items = Array.from({ length: 20 }, (_, i) => ({ tierId: `tier-${i}`, quantity: 100, seatIds: ids(100) }))
  const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }

  test('is cut when too much of its own waits for it, and others hear everything', async () => {
    const node = await tier.node()
    const cookie = await tier.cookie(ana)
    await using witness = await TestViewer.open(node, ['private.order'], { cookie })
    await using slow = await RawStream.get(node, '/realtime/sse?streams=private.order', { cookie })
    await slow.until(/event: ready/)
    slow.socket.pause()
    for (let n = 1; n <= MESSAGES; n += 1) {
      await tier.order(ana.reseller, ana.customerRef, `order-${n}`, { saleIds: ids(2_000) })
      await witness.until('order.updated', ({ data }) => data.orderId === `order-${n}`)
    }
    expect(witness.events('order.updated')).toHaveLength(MESSAGES)
    expect(await ended(node, 'slow')).toBe(1)
    expect(await connectionsOf(node)).toBe(1)
  })

  test('is spared what becomes of a show, and told to fetch that anew when it reads again', async () => {
    const node = await tier.node()
    await using witness = await TestViewer.open(node, ['public.show.77'])
    await using slow = await RawStream.get(node, '/realtime/sse?streams=public.show.77')
    await slow.until(/event: ready/)
    slow.socket.pause()
    for (let n = 1; n <= MESSAGES; n += 1) {
      await tier.sell('77', { items } as object)
      await witness.until('ticket.sold', ({ data }) => data.version === n)
    }
    expect(await connectionsOf(node)).toBe(2)
    slow.socket.resume()
    await slow.until(/event: reset\n.*public\.show\.77/)
    await expect
      .poll(async () => {
        await tier.sell('77')
        return slow.text.slice(slow.text.lastIndexOf('event: reset'))
      })
      .toMatch(/event: ticket\.sold/)
    expect(slow.text.match(/event: ticket\.sold/g)?.length).toBeLessThan(MESSAGES)
    expect(await ended(node, 'slow')).toBe(0)
  })
})

describe('a viewer that has gone', () => {
  test('is not counted any more', async () => {
    const node = await tier.node()
    await using viewers = new AsyncDisposableStack()
    for (let n = 0; n < 10; n += 1) viewers.use(await TestViewer.open(node, ['public.show.42']))
    expect(await connectionsOf(node)).toBe(10)
    await viewers.disposeAsync()
    await expect.poll(() => connectionsOf(node)).toBe(0)
    expect(await ended(node, 'client')).toBe(10)
  })

  test('before anything was said to it is forgotten', async () => {
    const node = await tier.node()
    const request = `GET ${SSE} HTTP/1.1\r\nHost: a\r\n\r\n`
    for (let n = 0; n < 20; n += 1) {
      const { socket } = await RawStream.open(node, '')
      socket.write(request, () => socket.resetAndDestroy())
    }
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    await expect.poll(() => connectionsOf(node)).toBe(1)
    await tier.sell('42')
    await viewer.until('ticket.sold')
  })

  test('with its half of the connection is not counted any more', async () => {
    const node = await tier.node()
    await using stream = await RawStream.get(node, SSE)
    await stream.until(/event: ready/)
    stream.socket.end()
    await stream.closed()
    await expect.poll(() => connectionsOf(node)).toBe(0)
    expect(await ended(node, 'client')).toBe(1)
  })

  test.each(['tails', 'since'] as const)('while its %s were read leaves nothing behind', async (read) => {
    const node = await tier.node()
    const gate = Promise.withResolvers<void>()
    const { history } = tier
    const original = history[read]
    const gated = async (...given: unknown[]) => {
      await gate.promise
      return Reflect.apply(original, history, given)
    }
    Object.assign(history, { [read]: gated })
    const streams = '/realtime/sse?streams=public.show.78'
    const epoch = tier.epoch.current().value
    try {
      const stream = await RawStream.get(node, streams, { 'last-event-id': `${epoch}-${Date.now()}-0` })
      await stream.until(/retry/)
      await stream[Symbol.asyncDispose]()
      await expect.poll(() => connectionsOf(node)).toBe(0)
    } finally {
      Object.assign(history, { [read]: original })
      gate.resolve()
    }
    await using viewer = await TestViewer.open(node, ['public.show.78'])
    await tier.sell('78')
    await viewer.until('ticket.sold')
  })
})
