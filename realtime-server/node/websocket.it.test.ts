import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_EVENTS, MESSAGES } from '#contracts/message.ts'
import { SERVER_MESSAGES } from '#contracts/websocket.ts'
import { MemoryTier } from '../test/memory-tier.ts'
import { clientFrame, clientText, OPCODE, RawWebSocket } from '../test/raw-websocket.ts'
import { TestViewer } from '../test/viewer.ts'
import { WsViewer } from '../test/ws-viewer.ts'

const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }

let tier: MemoryTier
let node: string
beforeAll(async () => {
  tier = await MemoryTier.start()
  node = await tier.node()
})
afterAll(() => tier[Symbol.asyncDispose]())

const shows = (from: number, count: number) => Array.from({ length: count }, (_, i) => `public.show.${from + i}`)
const connectionsOf = async (url: string): Promise<number> => (await (await fetch(`${url}/readyz`)).json()).connections

describe('a viewer on a WebSocket', () => {
  test('hears a sale as a viewer over SSE does, with the same id and the same fields', async () => {
    await using sse = await TestViewer.open(node, ['public.show.1'])
    await using ws = await WsViewer.open(node, ['public.show.1'])
    await tier.sell('1')
    const [over, beside] = await Promise.all([ws.until('ticket.sold'), sse.until('ticket.sold')])
    expect(over).toEqual(beside)
    expect(MESSAGES['ticket.sold'].strict().parse(over.data)).toMatchObject({ stream: 'public.show.1' })
  })

  test('is told when to come back, then who holds it and what it follows, with a position to resume from', async () => {
    await using viewer = await WsViewer.open(node, ['public.show.2', 'public.promotional.aurora'])
    const [retry, ready] = viewer.seen
    expect(SERVER_MESSAGES.retry.strict().parse({ event: retry?.event, ...retry?.data })).toMatchObject({ event: 'retry' }) // biome-ignore format: one line
    expect(CLIENT_EVENTS.ready.strict().parse(ready?.data)).toMatchObject({
      connection: expect.stringMatching(`^${ready?.data.node}\\.`),
      streams: { 'public.show.2': {}, 'public.promotional.aurora': {} },
    })
    expect(ready?.id).toMatch(/^[0-9a-z]+-\d+-\d+$/)
  })

  test('is replayed what it missed while it was away, and by the same cursor over SSE, and the other way round', async () => {
    const first = await WsViewer.open(node, ['public.show.3'])
    await tier.sell('3')
    const one = await first.until('ticket.sold')
    await first[Symbol.asyncDispose]()
    await tier.sell('3')
    const options = { lastEventId: one.id as string }
    await using overWs = await WsViewer.open(node, ['public.show.3'], options)
    await using overSse = await TestViewer.open(node, ['public.show.3'], options)
    const two = overSse.events('ticket.sold').find(({ data }) => data.version === 2)
    expect(overWs.events('ticket.sold')).toContainEqual(two)
    await using backOverWs = await WsViewer.open(node, ['public.show.3'], { lastEventId: overSse.lastId as string })
    await using backOverSse = await TestViewer.open(node, ['public.show.3'], { lastEventId: overWs.lastId as string })
    expect([...backOverWs.events('reset'), ...backOverSse.events('reset')]).toEqual([])
    expect(overWs.seen.at(-1)?.event).toBe('ready')
  })

  test('with a cursor that means nothing is told to fetch anew', async () => {
    await using viewer = await WsViewer.open(node, ['public.show.3'], { lastEventId: 'garbage' })
    expect(viewer.events('reset').map(({ data }) => data.streams)).toEqual([['public.show.3']])
  })

  test('follows and leaves streams by messages, and may begin with none', async () => {
    await using viewer = await WsViewer.open(node)
    await tier.sell('4')
    const added = await viewer.ask({ event: 'subscribe', streams: ['public.show.4', 'public.show.5'] }, 'streams')
    expect(SERVER_MESSAGES.streams.strict().parse({ event: 'streams', ...added.data })).toMatchObject({
      connection: viewer.connection,
      streams: { 'public.show.4': { version: 1 }, 'public.show.5': {} },
    })
    const left = await viewer.ask({ event: 'unsubscribe', streams: ['public.show.5'] }, 'streams')
    expect(Object.keys(left.data.streams)).toEqual(['public.show.4'])
    await tier.sell('5')
    await tier.sell('4')
    await viewer.until('ticket.sold')
    expect(viewer.events('ticket.sold').map(({ data }) => data.showId)).toEqual(['4'])
  })

  test('changes its mind as fast as it likes: each change counts on the one before', async () => {
    await using viewer = await WsViewer.open(node, shows(100, 20))
    viewer.say({ event: 'subscribe', streams: shows(200, 12) })
    viewer.say({ event: 'subscribe', streams: ['public.show.300'] })
    viewer.say({ event: 'unsubscribe', streams: ['public.show.100'] })
    viewer.say({ event: 'subscribe', streams: ['public.show.301'] })
    const last = await viewer.until('streams', ({ data }) => 'public.show.301' in data.streams)
    expect(Object.keys(last.data.streams)).toHaveLength(32)
    expect(viewer.events('problem').map(({ data }) => [data.type, data.status, data.streams])).toEqual([
      ['realtime/too-many-streams', 422, ['public.show.300']],
    ])
  })

  test('may speak before it is ready: that comes after', async () => {
    const tails = tier.history.tails.bind(tier.history)
    const gate = Promise.withResolvers<void>()
    tier.history.tails = async (streams) => {
      await gate.promise
      return tails(streams)
    }
    try {
      await using viewer = await RawWebSocket.ask(node, '/realtime/ws?streams=public.show.6')
      await viewer.until(/"retryMs"/)
      viewer.socket.write(Buffer.concat([clientText({ event: 'subscribe', streams: ['public.show.7'] }), clientText({ event: 'ping' })])) // biome-ignore format: one line
      await viewer.until(/"pong"/)
      expect(viewer.text).not.toMatch(/"ready"/)
      gate.resolve()
      await viewer.until(/"event":"ready".*"event":"streams".*public\.show\.7/s)
    } finally {
      tier.history.tails = tails
    }
  })

  test('has 32 changes waiting at most: while Redis is away, more would only pile up', async () => {
    const tails = tier.history.tails.bind(tier.history)
    const gate = Promise.withResolvers<void>()
    tier.history.tails = async (streams) => {
      await gate.promise
      return tails(streams)
    }
    try {
      await using viewer = await RawWebSocket.ask(node, '/realtime/ws?streams=public.show.9')
      await viewer.until(/"retryMs"/)
      const change = clientText({ event: 'subscribe', streams: ['public.show.10'] })
      viewer.socket.write(Buffer.concat([...Array.from({ length: 33 }, () => change), clientText({ event: 'ping' })]))
      await viewer.until(/"pong"/)
      expect(viewer.text.match(/"event":"problem","type":"realtime\/unavailable"/g)).toHaveLength(1)
      gate.resolve()
      await viewer.untilThat(() => viewer.text.match(/"event":"streams"/g)?.length === 32)
    } finally {
      tier.history.tails = tails
    }
  })

  test('hears its own private streams with its cookie, and without one nobody’s', async () => {
    await using owner = await WsViewer.open(node, ['private.order'], { cookie: await tier.cookie(ana) })
    await using stranger = await WsViewer.open(node)
    const refused = await stranger.ask({ event: 'subscribe', streams: ['public.show.8', 'private.order'] }, 'problem')
    expect(SERVER_MESSAGES.problem.parse({ event: 'problem', ...refused.data })).toMatchObject({
      type: 'realtime/unauthorized',
      status: 401,
      streams: ['public.show.8', 'private.order'],
    })
    await tier.order('aurora', ana.customerRef, 'order-1')
    await owner.until('order.updated')
    expect(stranger.events('order.updated')).toEqual([])
  })

  test('gets rights, and longer ones, by a call with the cookie that only HTTP can carry', async () => {
    await using viewer = await WsViewer.open(node)
    const response = await fetch(`${node}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await tier.cookie(ana) },
      body: JSON.stringify({ subscribe: ['private.order'] }),
    })
    expect(response.status).toBe(200)
    expect((await viewer.ask({ event: 'subscribe', streams: ['private.inbox'] }, 'streams')).data.streams).toHaveProperty('private.inbox') // biome-ignore format: one line
    await tier.order('aurora', ana.customerRef, 'order-2')
    await viewer.until('order.updated')
  })

  test('finds out that the line is alive, by messages and by the protocol', async () => {
    await using viewer = await WsViewer.open(node)
    await viewer.ask({ event: 'ping' }, 'pong')
    const pong = new Promise((resolve) => viewer.socket.once('pong', (data) => resolve(data.toString())))
    viewer.socket.ping('hello')
    expect(await pong).toBe('hello')
  })

  test('is not answered what we do not know yet, and is told what we cannot read', async () => {
    await using viewer = await WsViewer.open(node)
    viewer.say({ event: 'publish', stream: 'public.show.1' })
    expect((await viewer.ask('not JSON', 'problem')).data).toMatchObject({ type: 'realtime/invalid-request' })
    expect((await viewer.ask({ event: 'subscribe' }, 'problem')).data).toMatchObject({ type: 'realtime/invalid-request' }) // biome-ignore format: one line
    await viewer.ask({ event: 'ping' }, 'pong')
    expect(viewer.events('problem')).toHaveLength(2)
  })

  test('says goodbye, and is not counted any more', async () => {
    const own = await tier.node()
    const viewer = await WsViewer.open(own, ['public.show.1'])
    viewer.socket.close(1000)
    expect(await viewer.ended).toBe(1000)
    await expect.poll(() => connectionsOf(own)).toBe(0)
  })

  test('takes a message in pieces, with a ping between them', async () => {
    await using viewer = await RawWebSocket.open(node)
    const text = JSON.stringify({ event: 'subscribe', streams: shows(1_000, 32) })
    const [a, b, c] = [text.slice(0, 10), text.slice(10, 300), text.slice(300)]
    const bytes = Buffer.concat([
      clientFrame(OPCODE.text, a),
      clientFrame(0x80 | OPCODE.ping, 'between'),
      clientFrame(OPCODE.continuation, b),
      clientFrame(0x80 | OPCODE.continuation, c),
    ])
    for (const byte of bytes) viewer.socket.write(Buffer.from([byte]))
    await viewer.until(/"event":"streams".*public\.show\.1031/s)
    expect(viewer.frames.find(({ first }) => first === (0x80 | OPCODE.pong))?.payload.toString()).toBe('between')
  })

  test('takes a message in 64 pieces', async () => {
    await using viewer = await RawWebSocket.open(node)
    const text = JSON.stringify({ event: 'subscribe', streams: shows(2_000, 32) })
    const pieces = Array.from({ length: 63 }, (_, at) => text[at] ?? '')
    const first = clientFrame(OPCODE.text, pieces[0] ?? '')
    const between = pieces.slice(1).map((piece) => clientFrame(OPCODE.continuation, piece))
    viewer.socket.write(Buffer.concat([first, ...between, clientFrame(0x80 | OPCODE.continuation, text.slice(63))]))
    await viewer.until(/"event":"streams".*public\.show\.2031/s)
  })
})

describe('before the upgrade', () => {
  test.each([
    'null',
    'http://luna.localhost:3000',
    'http://aurora.localhost.evil.example',
    'http://evil.example',
    'http://xaurora.localhost',
    '',
  ])('an Origin of elsewhere is refused: %s', async (origin) => {
    const headers = { Host: 'aurora.localhost:4000', Origin: origin, Cookie: await tier.cookie(ana) }
    await using asked = await RawWebSocket.ask(node, '/realtime/ws?streams=private.order', headers)
    const { status, head, problem } = await asked.refused()
    expect([status, problem.type, problem.status]).toEqual([403, 'realtime/forbidden', 403])
    expect(head).not.toMatch(/101|access-control|sec-websocket-accept/i)
  })

  test('a page of the same hostname is let in, by whatever port', async () => {
    const headers = { Host: 'aurora.localhost:4000', Origin: 'http://aurora.localhost:3000' }
    await using viewer = await RawWebSocket.open(node, '/realtime/ws', headers)
    expect(viewer.head).toMatch(/^HTTP\/1\.1 101 .*\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=/s)
  })

  test('nothing is negotiated: no compression, no subprotocol', async () => {
    const offers = { 'Sec-WebSocket-Extensions': 'permessage-deflate', 'Sec-WebSocket-Protocol': 'chat, graphql-ws' }
    await using viewer = await RawWebSocket.open(node, '/realtime/ws', offers)
    expect(viewer.head).not.toMatch(/extensions|protocol:/i)
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['no version', { 'Sec-WebSocket-Version': undefined }],
    ['an old version, whose origin is in another header', { 'Sec-WebSocket-Version': '8' }],
    ['a version of the future', { 'Sec-WebSocket-Version': '14' }],
    ['no key', { 'Sec-WebSocket-Key': undefined }],
    ['a key that is none', { 'Sec-WebSocket-Key': 'abc' }],
    ['another protocol', { Upgrade: 'h2c' }],
    ['no Upgrade', { Upgrade: undefined }],
    ['no Connection', { Connection: 'close' }],
  ])('a handshake with %s is refused, with what it should be', async (_what, headers) => {
    await using asked = await RawWebSocket.ask(node, '/realtime/ws', headers)
    const { status, head, problem } = await asked.refused()
    expect([status, problem.type]).toEqual([426, 'realtime/upgrade-required'])
    expect(head).toMatch(/upgrade: websocket/i)
    expect(head).toMatch(/sec-websocket-version: 13/i)
  })

  test.each([
    [`/realtime/ws?streams=${shows(0, 33).join(',')}`, 422],
    ['/realtime/ws?streams=nonsense', 400],
    ['/realtime/ws?streams=private.order', 401],
    ['/realtime/ws/', 404],
    ['/realtime/wss', 404],
  ])('%s is refused with %i', async (path, status) => {
    await using asked = await RawWebSocket.ask(node, path)
    const { status: got, head, problem } = await asked.refused()
    expect([got, problem.status]).toEqual([status, status])
    expect(head).toMatch(/application\/problem\+json/i)
  })

  test('a node that is full says when to come back', async () => {
    const own = await tier.node({ maxConnections: 1 })
    await using _viewer = await WsViewer.open(own)
    await using asked = await RawWebSocket.ask(own)
    await asked.closed()
    expect(asked.status).toBe(503)
    expect(asked.head).toMatch(/retry-after: [1-4]\r/i)
    expect((await fetch(`${own}/realtime/sse`)).status).toBe(503)
  })

  test('other paths do not become WebSockets, and answer as ever', async () => {
    await using asked = await RawWebSocket.ask(node, '/healthz')
    await asked.until(/"status":"ok"/)
    expect(asked.status).toBe(200)
    await using stream = await RawWebSocket.ask(node, '/realtime/sse?streams=public.show.1')
    await stream.until(/event: ready/)
  })

  test('clients may go at any moment', async () => {
    const own = await tier.node()
    for (let n = 0; n < 40; n += 1) {
      const asked = await RawWebSocket.ask(own, '/realtime/ws?streams=public.show.1', {
        Cookie: await tier.cookie(ana),
      })
      if (n % 2 === 0) asked.socket.resetAndDestroy()
      else asked.socket.end()
    }
    await expect.poll(() => connectionsOf(own)).toBe(0)
    await using viewer = await WsViewer.open(own)
    expect(viewer.events('ready')).toHaveLength(1)
  })

  test('a stream cannot be made a WebSocket, nor a WebSocket be asked for twice', async () => {
    for (const origin of ['', 'Origin: null\r\n']) {
      await using stream = await RawWebSocket.ask(node, '/realtime/sse?streams=public.show.1')
      await stream.until(/event: ready/)
      stream.socket.write(upgradeRequest(origin))
      await stream.closed()
      expect(stream.text.match(/HTTP\/1\.1/g)).toHaveLength(1)
    }
    const cookie = { Upgrade: undefined, Connection: undefined, Cookie: await tier.cookie(ana) }
    await using both = await RawWebSocket.ask(node, '/realtime/sse?streams=private.order', cookie, upgradeRequest(''))
    await both.closed()
    expect(both.text.match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThanOrEqual(1)
    await using twice = await RawWebSocket.ask(node, '/realtime/ws', {}, upgradeRequest(''))
    await twice.closed()
    expect(twice.text.match(/ 101 /g)).toHaveLength(1)
    expect(twice.closeCode).toBe(1002)
  })

  const upgradeRequest = (origin: string) =>
    `GET /realtime/ws HTTP/1.1\r\nHost: x\r\n${origin}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
})

describe('frames that break the rules', () => {
  const text = OPCODE.text | 0x80
  const closeWith = (code: number, reason: string | Buffer = '') =>
    clientFrame(0x80 | OPCODE.close, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]))
  const tooMany = Buffer.concat([
    clientFrame(OPCODE.text, 'a'),
    ...Array.from({ length: 64 }, () => clientFrame(OPCODE.continuation, 'a')),
  ])

  test.each<[string, Buffer, number]>([
    ['unmasked', clientFrame(text, '{"event":"ping"}', false), 1002],
    ['with the first reserved bit', clientFrame(text | 0x40, '{}'), 1002],
    ['with the second reserved bit', clientFrame(text | 0x20, '{}'), 1002],
    ['with the third reserved bit', clientFrame(text | 0x10, '{}'), 1002],
    ['of a reserved kind of data', clientFrame(0x83, 'a'), 1002],
    ['of a reserved kind of control', clientFrame(0x8b, 'a'), 1002],
    ['that continues nothing', clientFrame(0x80 | OPCODE.continuation, 'a'), 1002],
    ['that begins anew in the middle', Buffer.concat([clientFrame(OPCODE.text, 'a'), clientFrame(text, 'b')]), 1002],
    ['of control in pieces', clientFrame(OPCODE.ping, 'a'), 1002],
    ['of control that is too long', clientFrame(0x80 | OPCODE.ping, 'a'.repeat(126)), 1002],
    ['that close with half a code', clientFrame(0x80 | OPCODE.close, 'a'), 1002],
    ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535].map((code): [string, Buffer, number] => [
      `that close with ${code}`,
      closeWith(code),
      1002,
    ]),
    ['that close with a reason that is not UTF-8', closeWith(1000, Buffer.from([0xff, 0xfe])), 1007],
    ['of text that is not UTF-8', clientFrame(text, Buffer.from([0x22, 0xc3, 0x28, 0x22])), 1007],
    ['of text that is half a surrogate', clientFrame(text, Buffer.from([0xed, 0xa0, 0x80])), 1007],
    ['of binary', clientFrame(0x80 | OPCODE.binary, '{"event":"ping"}'), 1003],
    ['of 4,097 bytes', clientFrame(text, 'a'.repeat(4_097)), 1009],
    ['of 70,000 bytes', clientFrame(text, 'a'.repeat(70_000)), 1009],
    ['that only say they are huge', Buffer.from([text, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4]), 1009],
    ['that say they are longer than can be', Buffer.from([text, 0xff, 255, 255, 255, 255, 255, 255, 255, 255]), 1009],
    ['that are too large together', Buffer.concat([clientFrame(OPCODE.text, 'a'.repeat(3_000)), clientFrame(0x80, 'a'.repeat(3_000))]), 1009], // biome-ignore format: one line
    ['in 65 pieces', tooMany, 1008],
    ['that are no frames', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), 1002],
  ])('%s end the connection with the right code, and nothing else', async (_what, bytes, code) => {
    await using viewer = await RawWebSocket.open(node)
    viewer.socket.write(bytes)
    await viewer.closed()
    expect(viewer.closeCode).toBe(code)
    expect((await fetch(`${node}/healthz`)).status).toBe(200)
  })

  test.each([1000, 1001, 3000, 4999])('a close with %i is answered with the same', async (code) => {
    await using viewer = await RawWebSocket.open(node)
    viewer.socket.write(closeWith(code, 'bye'))
    await viewer.closed()
    expect(viewer.closeCode).toBe(code)
  })

  test.each(['messages', 'pings', 'pongs'])('too many %s end the connection, with when to come back', async (what) => {
    const kind = { messages: OPCODE.text, pings: OPCODE.ping, pongs: OPCODE.pong }[what] as number
    await using viewer = await RawWebSocket.open(node)
    viewer.socket.write(Buffer.concat(Array.from({ length: 80 }, () => clientFrame(0x80 | kind, '{"event":"ping"}'))))
    await viewer.closed()
    expect(viewer.closeCode).toBe(1008)
    expect(viewer.text.match(/"retryMs":\d+/g)).toHaveLength(2)
    const metrics = await (await fetch(`${node}/metrics`)).text()
    expect(metrics).toMatch(/closed_total\{reason="misuse",role="node"\} [1-9]/)
  })

  test('64 messages at once are not too many', async () => {
    await using viewer = await RawWebSocket.open(node)
    viewer.socket.write(Buffer.concat(Array.from({ length: 64 }, () => clientText({ event: 'ping' }))))
    await viewer.untilThat(() => viewer.text.match(/"pong"/g)?.length === 64)
  })
})

describe.concurrent('a WebSocket ends', () => {
  test('with 4001 when its rights do', async ({ expect }) => {
    await using viewer = await WsViewer.open(node, [], { cookie: await tier.cookie({ ...ana, lifeS: 1 }) })
    expect(await viewer.ended).toBe(4001)
    expect(viewer.seen.at(-1)).toMatchObject({ event: 'retry', data: { retryMs: 0 } })
  })

  test('with 4003 when its session does', async ({ expect }) => {
    const cookie = await tier.cookie({ ...ana, sid: 'phone' })
    await using viewer = await WsViewer.open(node, ['private.order'], { cookie })
    const session = { kind: 'private', resellerId: 'aurora', customerRef: ana.customerRef, name: 'session' } as const
    await tier.emitter.toStream(session, 'session.ended', { sid: 'phone' })
    expect(await viewer.ended).toBe(4003)
  })

  test('with 1001 when its node stops, which does not wait for one that does not answer', async ({ expect }) => {
    const own = await tier.node()
    await using viewer = await WsViewer.open(own, ['public.show.1'])
    await using silent = await RawWebSocket.open(own)
    await tier.stop(own)
    expect(await viewer.ended).toBe(1001)
    expect(viewer.seen.at(-1)).toMatchObject({ event: 'retry', data: { retryMs: 0 } })
    await silent.closed()
    expect(silent.closeCode).toBe(1001)
  })
})

describe('a viewer that never reads', () => {
  /** 150 messages of these are more than the kernel holds for one connection. */
  const saleIds = Array.from({ length: 2_000 }, (_, i) => `${i}`.padStart(64, 'id-'))

  test('is cut when too much of its own waits for it, and others hear everything', async () => {
    const own = await tier.node()
    const cookie = await tier.cookie(ana)
    await using witness = await WsViewer.open(own, ['private.order'], { cookie })
    await using slow = await RawWebSocket.open(own, '/realtime/ws?streams=private.order', { Cookie: cookie })
    slow.socket.pause()
    for (let n = 1; n <= 150; n += 1) {
      await tier.order(ana.reseller, ana.customerRef, `order-${n}`, { saleIds })
      await witness.until('order.updated', ({ data }) => data.orderId === `order-${n}`)
    }
    expect(witness.events('order.updated')).toHaveLength(150)
    const metrics = await (await fetch(`${own}/metrics`)).text()
    expect(metrics).toMatch(/closed_total\{reason="slow",role="node"\} 1/)
    expect(await connectionsOf(own)).toBe(1)
  })
})
