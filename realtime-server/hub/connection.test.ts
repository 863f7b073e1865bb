import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DATA_BYTES } from '#contracts/delivery.ts'
import type { Identity, Stream } from '#contracts/stream.ts'
import { createLog } from '#platform/log.ts'
import { type Cursor, formatCursor } from '../cursor.ts'
import { makeFrame } from '../frame.ts'
import { MemoryHistory } from '../history/memory-history.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { FLOWING_BYTES, HOLD_BACK_BYTES, STALLED_MS } from './backlog.ts'
import { BUFFER_LIMIT_BYTES, Connection, type ConnectionHome } from './connection.ts'
import { Hub } from './hub.ts'
import { InterestTable } from './interest-table.ts'
import type { Wire } from './wire.ts'

const show: Stream = { kind: 'show', showId: '42' }
const other: Stream = { kind: 'show', showId: '7' }
const inbox: Stream = { kind: 'private', resellerId: 'aurora', customerRef: 'customer-ana-000', name: 'inbox' }
const OWN = 'private.aurora.customer-ana-000.inbox'
/** More than a change takes here. */
const SOON_MS = 1_000
/** What Redis's clock says; this machine's is another. */
const REDIS_MS = 1_790_000_000_000
const ana: Identity = { resellerId: 'aurora', customerRef: 'customer-ana-000', sid: 's1', roles: [], expiresAtMs: 9e15 }

/** Writes down what it is told. */
class FakeWire implements Wire {
  readonly told: string[] = []
  /** When what is the connection's own was said. */
  readonly times: string[] = []
  bufferedBytes = 0
  /** By which transport what is sent waits, where it does. */
  waitsAs: 'sse' | 'ws' | null = null

  send(frames: Parameters<Wire['send']>[0]): void {
    if (this.waitsAs) for (const frame of frames) this.bufferedBytes += frame[this.waitsAs].length
    for (const frame of frames) this.told.push(/event: (\S+)/.exec(frame.sse.toString())?.[1] ?? '?')
  }
  sendOwn(event: 'ready' | 'reset', { at }: { at: string }): void {
    this.told.push(event)
    this.times.push(at)
  }
  heartbeat(): void {
    this.told.push('heartbeat')
  }
  close({ retryMs, atOnce }: { retryMs: number; atOnce: boolean }): void {
    this.told.push(`close${atOnce ? ' at once' : ''}, back in ${retryMs}`)
  }
}

let hub: Hub
let history: MemoryHistory
let wire: FakeWire
let closed: string[]
let homeOf: () => ConnectionHome
let connection: Connection
beforeEach(() => {
  let nowMs = Date.now() - 3_600_000
  const epoch = new MemoryEpoch(() => nowMs)
  epoch.current()
  nowMs += 3_600_000
  history = new MemoryHistory(epoch)
  const log = createLog('test', 'silent')
  const registry = new MemoryRegistry(epoch)
  hub = new Hub(history, log, (forget) => new InterestTable('n1', registry, log, forget))
  wire = new FakeWire()
  closed = []
  const confirmed = (): Cursor => ({ epoch: epoch.current().value, ms: nowMs, seq: 0 })
  const now = () => ({ ...confirmed(), ms: REDIS_MS })
  const home = {
    hub,
    confirmed,
    now,
    nodeId: () => 'n1',
    closed: (_: Connection, reason: string) => closed.push(reason),
  }
  homeOf = () => home
  connection = new Connection('n1.c1', home, wire, ana)
})

let sales = 0
let announced = 0
async function sell(showId = '42'): Promise<void> {
  sales += 1
  await announce(`public.show.${showId}`, 'ticket.sold', sales)
}

async function announce(stream: string, event: string, version?: number): Promise<void> {
  announced += 1
  const versioned = version === undefined ? {} : { version }
  const entry = { stream, eventId: `event-${announced}`, event, data: '{}', ...versioned }
  const placed = (await history.append([entry]))[0]?.standing[0] ?? expect.unreachable()
  const { epoch, ms, seq } = placed.cursor
  const previous = placed.previous ? { previous: formatCursor(placed.previous) } : {}
  hub.deliver({ id: `${epoch}-${ms}-${seq}`, ...previous, stream, event, data: '{}', nodes: '*', ...versioned })
}

describe('a connection', () => {
  test('is told that it is ready first, and then what happens', async () => {
    await connection.open([show], null)
    await sell()
    expect(wire.told).toEqual(['ready', 'ticket.sold'])
  })

  test('that ends while the registry does not answer waits no longer', async () => {
    const add = vi.spyOn(MemoryRegistry.prototype, 'add').mockReturnValueOnce(new Promise(() => {}))
    const waited = vi.fn()
    void connection.open([show, inbox], null).then(waited)
    await new Promise((done) => setImmediate(done))
    expect([add.mock.calls.length, waited.mock.calls.length]).toEqual([1, 0])
    connection.close('client', 0)
    await new Promise((done) => setImmediate(done))
    expect([closed, waited.mock.calls.length]).toEqual([['client'], 1])
    add.mockRestore()
  })

  test('is told Redis’s time, which is the same on all nodes', async () => {
    await connection.open([show], 'unknown')
    connection.reset(['public.show.42'])
    expect(wire.told).toEqual(['reset', 'ready', 'reset'])
    expect(new Set(wire.times)).toEqual(new Set([new Date(REDIS_MS).toISOString()]))
  })

  test('is told nothing before it has joined', async () => {
    const opening = connection.open([show], null)
    connection.reset(['public.show.42'])
    await opening
    expect(wire.told).toEqual(['ready'])
  })

  test('closes once, for the first reason, and is told nothing after', async () => {
    await connection.open([show], null)
    connection.close('rotated', 0)
    connection.close('client', 0)
    await sell()
    connection.heartbeat()
    connection.reset(['public.show.42'])
    connection.sessionEnded('s1')
    expect(wire.told).toEqual(['ready', 'close, back in 0'])
    expect(closed).toEqual(['rotated'])
  })

  test('that closes while it is being opened never joins', async () => {
    const opening = connection.open([show], null)
    connection.close('client', 0)
    await opening
    await sell()
    expect(wire.told).toEqual(['close at once, back in 0'])
    expect(await connection.change([other], [], SOON_MS)).toBeNull()
  })

  test('that closes while it subscribes gets no answer, and nothing more', async () => {
    await connection.open([show], null)
    const changing = connection.change([other], [], SOON_MS)
    connection.close('client', 0)
    expect(await changing).toBeNull()
    await sell('7')
    expect(wire.told).toEqual(['ready', 'close at once, back in 0'])
  })

  test('that cannot follow in time what it asks for stays as it was, also when that would come after all', async () => {
    await connection.open([show], null, [show])
    const tail = Promise.withResolvers<void>()
    const read = history.tails.bind(history)
    vi.spyOn(history, 'tails').mockImplementation(async (streams) => {
      await tail.promise
      return read(streams)
    })
    expect(await connection.change([other], [show], 20)).toBe('late')
    tail.resolve()
    await sell('7')
    await sell('42')
    expect(wire.told).toEqual(['ready', 'ticket.sold'])
    expect(connection.streams).toEqual([show])
    expect(await connection.change([other], [show], SOON_MS)).not.toBe('late')
    expect(connection.streams).toEqual([other])
  })

  test('ends with its own session only', async () => {
    await connection.open([show], null)
    connection.sessionEnded('s2')
    expect(closed).toEqual([])
    connection.sessionEnded('s1')
    expect(closed).toEqual(['session-ended'])
  })
})

describe('a viewer who reads slowly', () => {
  test('may have exactly the bound waiting', async () => {
    await connection.open([show], null)
    wire.bufferedBytes = BUFFER_LIMIT_BYTES
    await sell()
    connection.heartbeat()
    connection.reset(['public.show.42'])
    expect(closed).toEqual([])
  })

  test.each([
    ['a private message', () => announce(OWN, 'inbox')],
    ['a heartbeat', () => connection.heartbeat()],
    ['a reset', () => connection.reset(['public.show.42'])],
  ])('is cut at once when %s makes it more', async (_what, tell) => {
    await connection.open([show, inbox], null)
    wire.bufferedBytes = BUFFER_LIMIT_BYTES + 1
    await tell()
    expect(closed).toEqual(['slow'])
    expect(wire.told.at(-1)).toBe('close at once, back in 0')
  })

  test('is spared changes of shows, told once to fetch them anew, and gets what is its own all the same', async () => {
    await connection.open([show, inbox], null)
    wire.bufferedBytes = HOLD_BACK_BYTES
    await sell()
    wire.bufferedBytes += 1
    await sell()
    await sell()
    await announce(OWN, 'inbox')
    expect(wire.told).toEqual(['ready', 'ticket.sold', 'reset', 'inbox'])
    expect(closed).toEqual([])
  })

  test.each([
    ['sse', 'a change of a show', { kind: 'merge', stream: 'public.show.42' }],
    ['ws', 'a change of a show', { kind: 'merge', stream: 'public.show.42' }],
    ['sse', 'a private message', null],
    ['ws', 'a private message', null],
  ] as const)(
    'and is not held back yet takes over %s %s as large as there may be',
    async (transport, _what, sparing) => {
      await connection.open([show, inbox], null)
      wire.waitsAs = transport
      wire.bufferedBytes = HOLD_BACK_BYTES
      const cursor = { epoch: '0mubbs7i8deadbeef', ms: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER }
      const data = `{"a":"${'x'.repeat(DATA_BYTES - 8)}"}`
      connection.message(makeFrame({ cursor, event: 'x'.repeat(60), data }), sparing)
      expect(wire.bufferedBytes).toBeGreaterThan(HOLD_BACK_BYTES + DATA_BYTES)
      connection.heartbeat()
      expect(closed).toEqual([])
    },
  )

  test('and reads on is told at the next message what it was spared, and spared nothing more', async () => {
    await connection.open([show, other], null)
    wire.bufferedBytes = HOLD_BACK_BYTES + 1
    await sell()
    await sell()
    await announce('public.show.42', 'viewers')
    wire.bufferedBytes = FLOWING_BYTES + 1
    await sell()
    expect(wire.told).toEqual(['ready', 'reset'])
    wire.bufferedBytes = FLOWING_BYTES
    await sell('7')
    expect(wire.told).toEqual(['ready', 'reset', 'reset', 'viewers', 'ticket.sold'])
    await sell()
    expect(wire.told.at(-1)).toBe('ticket.sold')
  })

  test('is cut when it has read nothing for too long', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      await connection.open([show], null)
      wire.bufferedBytes = HOLD_BACK_BYTES + 1
      await sell()
      vi.advanceTimersByTime(STALLED_MS - 1)
      vi.setSystemTime(Date.now() + 3_600_000) // which is no time that has passed
      connection.heartbeat()
      expect(closed).toEqual([])
      vi.advanceTimersByTime(1)
      connection.heartbeat()
      expect(closed).toEqual(['slow'])
    } finally {
      vi.useRealTimers()
    }
  })

  test('is cut when it did not even take the beginning', async () => {
    wire.bufferedBytes = BUFFER_LIMIT_BYTES + 1
    await connection.open([show], null)
    expect(closed).toEqual(['slow'])
    await announce(OWN, 'inbox')
    expect(wire.told.at(-1)).toBe('close at once, back in 0')
  })
})

describe('fresh rights', () => {
  test('are taken from the same person at the same reseller', () => {
    expect(connection.extend({ ...ana, expiresAtMs: 10e15 })).toBe(true)
    expect(connection.identity?.expiresAtMs).toBe(10e15)
  })

  test.each([{ customerRef: 'customer-ben-000' }, { resellerId: 'luna' }])('are not taken from %j', (fields) => {
    expect(connection.extend({ ...ana, ...fields })).toBe(false)
    expect(connection.identity).toBe(ana)
  })
})

describe('a connection counts as a viewer', () => {
  const counts = () => [hub.shares.of('42'), hub.shares.of('7')]
  const order: Stream = { kind: 'private', resellerId: 'aurora', customerRef: 'customer-ana-000', name: 'order' }

  test('of nothing when it says nothing', async () => {
    await connection.open([show, other], null)
    expect(counts()).toEqual([0, 0])
  })

  test('of the shows that it says are visible, once it is live', async () => {
    const opening = connection.open([show, other], null, [show])
    expect(counts()).toEqual([0, 0])
    await opening
    expect(counts()).toEqual([1, 0])
    connection.see([show])
    expect(counts()).toEqual([1, 0])
    connection.see([show, other])
    expect(counts()).toEqual([1, 1])
    connection.see([])
    expect(counts()).toEqual([0, 0])
  })

  test('of no show that it does not follow, and of nothing that is no show', async () => {
    await connection.open([show, order], null, [other, order])
    expect(counts()).toEqual([0, 0])
    expect(hub.shares.changes()).toEqual([])
  })

  test('no longer of a show that it leaves, also when it follows it again', async () => {
    await connection.open([show, other], null, [show, other])
    await connection.change([], [show], SOON_MS)
    expect(counts()).toEqual([0, 1])
    await connection.change([show], [], SOON_MS)
    expect(counts()).toEqual([0, 1])
  })

  test('no longer when it has closed', async () => {
    await connection.open([show], null, [show])
    connection.close('client', 0)
    connection.close('client', 0)
    connection.see([show])
    expect(counts()).toEqual([0, 0])
  })

  test('never when it closed before it was live', async () => {
    const opening = connection.open([show], null, [show])
    connection.close('client', 0)
    await opening
    expect(counts()).toEqual([0, 0])
  })

  test('and is told the newest count right after it is ready, or follows the show', async () => {
    const witness = new Connection('n1.c2', homeOf(), new FakeWire(), null)
    await witness.open([show, other], null)
    const viewers = (stream: string) => ({ stream, event: 'viewers', data: '{}', nodes: '*' as const })
    hub.deliver(viewers('public.show.42'))
    hub.deliver(viewers('public.show.7'))
    await connection.open([show], null, [show])
    await connection.change([other], [], SOON_MS)
    expect(wire.told).toEqual(['ready', 'viewers', 'viewers'])
  })
})
