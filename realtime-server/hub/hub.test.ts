import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DATA_BYTES, type StreamDelivery } from '#contracts/delivery.ts'
import { parseStream, type Stream } from '#contracts/stream.ts'
import { createLog, type Log } from '#platform/log.ts'
import { type Cursor, formatCursor } from '../cursor.ts'
import type { Frame } from '../frame.ts'
import { HISTORY_LIMITS, type History } from '../history/history.ts'
import { MemoryHistory } from '../history/memory-history.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { Hub, type Joined } from './hub.ts'
import { IDLE_MS, InterestTable } from './interest-table.ts'
import type { Viewer } from './local-stream.ts'
import { OVERTAKING_MS, PRIVATE_OVERTAKING_MS, REPLAY_BYTES, REPLAY_IN_ALL, REPLAY_MESSAGES } from './past.ts'

const [SHOW, OTHER] = ['public.show.42', 'public.show.7']
/** A person's own, and what the client calls it. */
const [INBOX, OWN] = ['private.aurora.customer-ana-000.inbox', 'private.inbox']
const ORDERS = 'private.aurora.customer-ana-000.order'
/** Nobody who goes. */
const STAYING = new AbortController().signal
const streams = (...names: string[]) => names.map((name) => parseStream(name) as Stream)

/** Writes down what it gets: events by the `n` in their data. */
class Notebook implements Viewer {
  readonly notes: string[] = []
  message(frame: Frame): void {
    this.notes.push(/"n":"(.*?)"/.exec(frame.sse.toString())?.[1] ?? '?')
  }
  reset(names: readonly string[]): void {
    this.notes.push(`reset ${names.join(' ')}`)
  }
  sessionEnded(sid: string): void {
    this.notes.push(`session ${sid} ended`)
  }
}

let nowMs: number
let epoch: MemoryEpoch
let kept: MemoryHistory
/** Awaited before each answer of history. */
let gate: Promise<void>
let hub: Hub
beforeEach(() => {
  nowMs = 1_790_000_000_000
  epoch = new MemoryEpoch(() => nowMs)
  epoch.current()
  nowMs += 3_600_000
  kept = new MemoryHistory(epoch, { ...HISTORY_LIMITS, length: 400 })
  gate = Promise.resolve()
  hub = newHub()
})

function newHub(): Hub {
  const slow: History = {
    append: (entries) => kept.append(entries),
    tails: (names) => kept.tails(names),
    since: async (requests, limit) => {
      const answer = await kept.since(requests, limit)
      await gate
      return answer
    },
  }
  const log = createLog('test', 'silent')
  const registry = new MemoryRegistry(epoch)
  return new Hub(slow, log, (forget) => new InterestTable('n1', registry, log, forget))
}

/** Appends a message named `n`; the delivery is the test's to hand over, or to lose. */
async function append(n: string, stream = SHOW, more = {}): Promise<StreamDelivery> {
  const entry = { stream, eventId: n, event: 'ticket.sold', data: JSON.stringify({ n }), ...more }
  const placed = (await kept.append([entry]))[0]?.standing[0] ?? expect.unreachable()
  return {
    id: formatCursor(placed.cursor),
    ...(placed.previous ? { previous: formatCursor(placed.previous) } : {}),
    ...{ stream, event: entry.event, data: entry.data, nodes: '*' },
  }
}

/** A viewer that has joined, and what it was told then. */
class Joiner extends Notebook {
  replayed: readonly string[] = []
  latest: readonly string[] = []
  told: Pick<Joined, 'reset' | 'versions'> = { reset: [], versions: {} }
}

async function join(names: string[], after: Cursor | 'unknown' | null = null, at = hub): Promise<Joiner> {
  const viewer = new Joiner()
  await at.join(viewer, streams(...names), after, {
    gone: STAYING,
    now: ({ replay, latest, ...told }) => {
      for (const frame of replay) viewer.message(frame)
      viewer.replayed = [...viewer.notes]
      viewer.latest = latest.map((frame) => /"n":"(.*?)"/.exec(frame.sse.toString())?.[1] ?? '?')
      viewer.told = told
    },
  })
  return viewer
}

const here = (): Cursor => ({ epoch: epoch.current().value, ms: nowMs, seq: 0 })
const pass = (ms: number) => {
  nowMs += ms
}
const settle = () => new Promise((done) => setImmediate(done))

describe('a viewer that returns', () => {
  test('gets what it missed, oldest first over all its streams, and then what happens', async () => {
    const cursor = here()
    for (const [n, stream] of [
      ['a', SHOW],
      ['b', OTHER],
      ['c', SHOW],
    ] as const) {
      // biome-ignore format: one line
      pass(10)
      await append(n, stream)
    }
    const viewer = await join([SHOW, OTHER], cursor)
    expect([viewer.replayed, viewer.told.reset]).toEqual([['a', 'b', 'c'], []])
    hub.deliver(await append('d'))
    expect(viewer.notes).toEqual(['a', 'b', 'c', 'd'])
  })

  test('gets again what it may have seen: messages of another stream may have overtaken it', async () => {
    pass(100_000)
    await append('old')
    pass(OVERTAKING_MS + 1)
    await append('overtaken')
    pass(OVERTAKING_MS - 1)
    expect((await join([SHOW], here())).replayed).toEqual(['overtaken'])
  })

  test('gets of its own what may have been overtaken minutes ago, as while Kafka was away, and of shows nothing so old', async () => {
    pass(600_000)
    await append('older', INBOX)
    pass(1)
    await append('overtaken', INBOX)
    await append('sold', SHOW)
    pass(PRIVATE_OVERTAKING_MS - 1)
    const viewer = await join([SHOW, INBOX], here())
    expect([viewer.replayed, viewer.told.reset]).toEqual([['overtaken'], []])
  })

  test('gets of its own all that a young epoch has', async () => {
    epoch.end()
    await append('first', INBOX)
    pass(OVERTAKING_MS)
    const cursor = here()
    pass(1)
    await append('second', INBOX)
    const viewer = await join([SHOW, INBOX], cursor)
    expect([viewer.replayed, viewer.told.reset]).toEqual([['first', 'second'], []])
  })

  test('is told to fetch its own anew when history has forgotten what may have been overtaken', async () => {
    await append('overtaken', INBOX)
    pass(OVERTAKING_MS + 1)
    const cursor = here()
    pass(HISTORY_LIMITS.ttlMs)
    const viewer = await join([SHOW, INBOX], cursor)
    expect([viewer.replayed, viewer.told.reset]).toEqual([[], [OWN]])
  })

  test('gets each message once, though the bus still brings copies', async () => {
    const cursor = here()
    const deliveries = [await append('a'), await append('b')]
    const viewer = await join([SHOW], cursor)
    for (const delivery of [...deliveries, ...deliveries]) hub.deliver(delivery)
    expect(viewer.notes).toEqual(['a', 'b'])
  })

  test('gets what arrived while its past was being read, after it', async () => {
    const first = await join([SHOW])
    const cursor = here()
    hub.deliver(await append('a'))
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    const joining = join([SHOW], cursor)
    await settle()
    hub.deliver(await append('b'))
    resolve()
    expect((await joining).replayed).toEqual(['a', 'b'])
    expect(first.notes).toEqual(['a', 'b'])
  })

  test('is told to fetch anew when messages keep overtaking the read', async () => {
    await join([SHOW])
    const cursor = here()
    const busy = newHubWith(async () => void hub.deliver(await append(`busy-${Math.random()}`)))
    await join([SHOW], null, busy)
    hub = busy
    expect((await join([SHOW], cursor)).told.reset).toEqual([SHOW])
  })

  test.each([
    ['of another epoch', (c: Cursor) => ({ ...c, epoch: '0000000001deadbeef' })],
    ['from the future', (c: Cursor) => ({ ...c, ms: c.ms + OVERTAKING_MS + 1 })],
    ['from before the epoch', (c: Cursor) => ({ ...c, ms: 1 })],
    ['from the first moments of an epoch', (c: Cursor) => ({ ...c, ms: epoch.current().mintedMs + OVERTAKING_MS - 2 })],
    ['that means nothing', () => 'unknown' as const],
  ])('with a cursor %s is told to fetch everything anew', async (_what, of) => {
    await append('a')
    const viewer = await join([SHOW, OTHER], of(here()))
    expect([viewer.replayed, viewer.told.reset]).toEqual([[], [SHOW, OTHER]])
    hub.deliver(await append('b'))
    expect(viewer.notes.slice(-1)).toEqual(['b'])
  })

  test('with a cursor as old as can be is told so, and history not asked for what is before all times', async () => {
    const since = vi.spyOn(kept, 'since')
    const viewer = await join([SHOW, INBOX], { epoch: '0000000000', ms: OVERTAKING_MS - 1, seq: 0 })
    expect(viewer.told.reset).toEqual([SHOW, OWN])
    const asked = since.mock.calls.flatMap(([requests]) => requests.map(({ after }) => after.ms))
    expect([asked.length, Math.min(...asked)]).toEqual([2, 0])
  })

  test('is told to fetch anew what was trimmed, and replayed what was not', async () => {
    const cursor = here()
    pass(1)
    for (let n = 0; n < 401; n += 1) await append(`${n}`)
    await append('kept', OTHER)
    const viewer = await join([SHOW, OTHER], cursor)
    expect([viewer.replayed, viewer.told.reset]).toEqual([['kept'], [SHOW]])
  })

  test('is told to fetch anew what has expired, and nothing where nothing happened', async () => {
    const cursor = here()
    await append('expired')
    pass(HISTORY_LIMITS.ttlMs + 1)
    const viewer = await join([SHOW, OTHER], cursor)
    expect([viewer.replayed, viewer.told.reset]).toEqual([[], [SHOW]])
  })

  test('an hour later, to a quiet show, fetches nothing', async () => {
    hub.deliver(await append('a'))
    pass(OVERTAKING_MS + 1)
    const cursor = here()
    pass(3_600_000)
    expect((await join([SHOW, OTHER], cursor)).told.reset).toEqual([])
  })

  test(`is replayed ${REPLAY_MESSAGES} messages, and told to fetch the longest stream anew instead of one more`, async () => {
    const cursor = here()
    pass(1)
    for (let n = 0; n < REPLAY_MESSAGES / 2; n += 1) {
      await append(`a${n}`)
      await append(`b${n}`, OTHER)
    }
    expect((await join([SHOW, OTHER], cursor)).replayed).toHaveLength(REPLAY_MESSAGES)
    await append('one more')
    const viewer = await join([SHOW, OTHER], cursor)
    expect([viewer.replayed.length, viewer.told.reset]).toEqual([REPLAY_MESSAGES / 2, [SHOW]])
  })

  test('is replayed as many, also after messages of its own that it may have seen', async () => {
    pass(600_000)
    for (let n = 0; n < 90; n += 1) await append(`before${n}`, INBOX)
    pass(1_000)
    const cursor = here()
    pass(1)
    for (let n = 0; n < REPLAY_MESSAGES; n += 1) await append(`after${n}`, INBOX)
    const viewer = await join([INBOX], cursor)
    expect([viewer.replayed.length, viewer.told.reset]).toEqual([90 + REPLAY_MESSAGES, []])
    await append('one more', INBOX)
    expect((await join([INBOX], cursor)).told.reset).toEqual([OWN])
  })

  test('is told to fetch anew rather than given more than that in all, seen or not', async () => {
    pass(600_000)
    for (let n = 0; n < REPLAY_IN_ALL / 2; n += 1) {
      await append(`a${n}`, INBOX)
      await append(`b${n}`, ORDERS)
    }
    pass(1)
    expect((await join([INBOX, ORDERS], here())).replayed).toHaveLength(REPLAY_IN_ALL)
    await append('one more', INBOX)
    const viewer = await join([INBOX, ORDERS], here())
    expect([viewer.replayed.length, viewer.told.reset]).toEqual([REPLAY_IN_ALL / 2, [OWN]])
  })

  test('is told to fetch anew rather than given more bytes than a connection may have waiting', async () => {
    const cursor = here()
    const text = '券'.repeat(Math.ceil(REPLAY_BYTES / 3 / 2))
    await append('a', SHOW, { data: text })
    expect((await join([SHOW], cursor)).told.reset).toEqual([])
    await append('b', SHOW, { data: text })
    expect((await join([SHOW], cursor)).told.reset).toEqual([SHOW])
  })

  test('with a cursor newer than what this node has heard brings the others what they missed', async () => {
    const stayed = await join([SHOW])
    await append('lost on the way')
    pass(2 * OVERTAKING_MS)
    const cursor = here()
    await append('newer')
    const returned = await join([SHOW], cursor)
    expect(stayed.notes).toEqual(['lost on the way', 'newer'])
    expect(returned.replayed).toEqual(['newer'])
  })

  test('is not told of sessions that ended', async () => {
    const cursor = here()
    await append('x', SHOW, { event: 'session.ended', data: '{"sid":"s"}' })
    expect((await join([SHOW], cursor)).notes).toEqual([])
  })
})

/** A hub during whose every read of history something happens. */
function newHubWith(during: () => Promise<void>): Hub {
  const history: History = {
    append: (entries) => kept.append(entries),
    tails: (names) => kept.tails(names),
    since: async (requests, limit) => {
      const answer = await kept.since(requests, limit)
      await during()
      return answer
    },
  }
  const log = createLog('test', 'silent')
  return new Hub(history, log, (forget) => new InterestTable('n1', new MemoryRegistry(epoch), log, forget))
}

describe('a message', () => {
  test('goes to the viewers of its stream only, and the same bytes to all', async () => {
    const frames: Frame[] = []
    const viewers = [await join([SHOW]), await join([SHOW, OTHER]), await join([OTHER])]
    for (const viewer of viewers) viewer.message = (frame) => void frames.push(frame)
    expect(hub.deliver(await append('a'))).toBe(2)
    expect(frames).toHaveLength(2)
    expect(frames[0]).toBe(frames[1])
  })

  test.each([
    [SHOW, SHOW],
    [INBOX, OWN],
  ])('of %s that is larger than is written now is fetched anew: no viewer is cut by it', async (stream, name) => {
    const viewer = await join([stream])
    const largest = JSON.stringify({ n: 'a', text: 'x'.repeat(DATA_BYTES) }).slice(0, DATA_BYTES)
    expect(hub.deliver(await append('a', stream, { data: largest }))).toBe(1)
    expect(hub.deliver(await append('b', stream, { data: `${largest}x` }))).toBe(1)
    expect(hub.deliver(await append('c', stream))).toBe(1)
    expect(viewer.notes).toEqual(['a', `reset ${name}`, 'c'])
  })

  test('for a stream that nobody follows here goes nowhere', async () => {
    expect(hub.deliver(await append('a'))).toBe(0)
  })

  test('whose id is none is passed over', async () => {
    const viewer = await join([SHOW])
    hub.deliver({ ...(await append('a')), id: 'nonsense' })
    expect(viewer.notes).toEqual([])
  })

  test('before which another was lost brings that one too, in order', async () => {
    const viewer = await join([SHOW])
    hub.deliver(await append('a'))
    await append('lost')
    const c = await append('c')
    expect(hub.deliver(c)).toBe(0)
    await settle()
    expect(viewer.notes).toEqual(['a', 'lost', 'c'])
    hub.deliver(c)
    hub.deliver(await append('d'))
    expect(viewer.notes).toEqual(['a', 'lost', 'c', 'd'])
  })

  test('before which more was lost than history has makes viewers fetch anew', async () => {
    const viewer = await join([SHOW])
    hub.deliver(await append('a'))
    for (let n = 0; n < 450; n += 1) await append(`${n}`)
    hub.deliver(await append('last'))
    await settle()
    expect(viewer.notes.at(-1)).toBe(`reset ${SHOW}`)
    hub.deliver(await append('next'))
    expect(viewer.notes.at(-1)).toBe('next')
  })

  test('that came before a stream’s tail was known is behind whoever joins: the page must show it', async () => {
    const tails = kept.tails.bind(kept)
    const { promise, resolve } = Promise.withResolvers<void>()
    kept.tails = async (names) => {
      const answer = await tails(names)
      await promise
      return answer
    }
    const joining = join([SHOW])
    await settle()
    hub.deliver(await append('a', SHOW, { version: 5 }))
    resolve()
    const viewer = await joining
    expect(viewer.told.versions).toEqual({ [SHOW]: { version: 5 } })
    expect(viewer.notes).toEqual([])
    hub.deliver(await append('b', SHOW, { version: 6 }))
    expect(viewer.notes).toEqual(['b'])
  })

  test('that ends a session tells its viewers, and is not sent to them', async () => {
    const viewer = await join([SHOW])
    hub.deliver({ ...(await append('x')), event: 'session.ended', data: '{"sid":"s1"}' })
    expect(viewer.notes).toEqual(['session s1 ended'])
  })
})

describe('catching up', () => {
  const again = (dropped = false) => hub.catchUp(epoch.current().value, dropped)

  test('gives what the bus did not bring, once', async () => {
    const viewer = await join([SHOW])
    const lost = await append('lost')
    await again()
    await again(true)
    hub.deliver(lost)
    expect(viewer.notes).toEqual(['lost'])
  })

  test('gives everything, though newer messages arrive before history has answered', async () => {
    const viewer = await join([SHOW])
    await append('lost')
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    const catching = again()
    hub.deliver(await append('new'))
    hub.deliver(await append('newer'))
    resolve()
    await catching
    expect(viewer.notes).toEqual(['lost', 'new', 'newer'])
  })

  test('makes viewers fetch anew what history has no more, and only that', async () => {
    const viewer = await join([SHOW, OTHER])
    for (let n = 0; n < 450; n += 1) await append(`${n}`)
    await append('kept', OTHER)
    await again()
    expect(viewer.notes.filter((note) => note.startsWith('reset'))).toEqual([`reset ${SHOW}`])
    expect(viewer.notes).toContain('kept')
  })

  test('tells nobody anything when nothing was missed, however long ago the last message was', async () => {
    hub.deliver(await append('a'))
    const viewer = await join([SHOW, OTHER])
    pass(3_600_000)
    await again(true)
    expect(viewer.notes).toEqual([])
  })

  test('makes a tail that was asked for before be read again: its answer may be as old as what was missed', async () => {
    const tails = kept.tails.bind(kept)
    const { promise, resolve } = Promise.withResolvers<void>()
    kept.tails = async (names) => {
      const answer = await tails(names)
      await promise
      return answer
    }
    const joining = join([SHOW])
    await settle()
    await append('missed', SHOW, { version: 5 })
    await again(true)
    resolve()
    expect((await joining).told.versions).toEqual({ [SHOW]: { version: 5 } })
  })

  test('fails when history does, and can be done again', async () => {
    const viewer = await join([SHOW])
    await append('lost')
    gate = Promise.reject(new Error('away'))
    await expect(again()).rejects.toThrow('away')
    gate = Promise.resolve()
    await again()
    expect(viewer.notes).toEqual(['lost'])
  })
})

describe('while the registry is away', () => {
  let registry: MemoryRegistry
  let forgotten: string[]
  let waiting: Hub
  beforeEach(() => {
    vi.useFakeTimers()
    registry = new MemoryRegistry(epoch)
    vi.spyOn(registry, 'add').mockRejectedValue(new Error('away'))
    forgotten = []
    waiting = new Hub(kept, createLog('test', 'silent'), (forget) => {
      const noted = (interest: string) => {
        forgotten.push(interest)
        forget(interest)
      }
      return new InterestTable('n1', registry, createLog('test', 'silent'), noted)
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('nothing is kept of viewers who came and went', async () => {
    const now = vi.fn()
    for (let i = 0; i < 1_000; i += 1) {
      const leaving = new AbortController()
      const joining = waiting.join(new Notebook(), streams(`public.show.${i}`, SHOW), null, {
        gone: leaving.signal,
        now,
      })
      leaving.abort()
      await joining
    }
    expect(waiting.interests.size).toBe(1_000)
    await vi.advanceTimersByTimeAsync(IDLE_MS + 2_000)
    expect([waiting.interests.size, new Set(forgotten).size, vi.getTimerCount()]).toEqual([0, 1_000, 0])
    expect(now).not.toHaveBeenCalled()
  })

  test('a viewer who stays joins once it is back, whoever else has gone', async () => {
    const leaving = new AbortController()
    const [now, never] = [vi.fn(), vi.fn()]
    const left = waiting.join(new Notebook(), streams(SHOW), null, { gone: leaving.signal, now: never })
    const stays = waiting.join(new Notebook(), streams(SHOW), null, { gone: STAYING, now })
    leaving.abort()
    await left
    await vi.advanceTimersByTimeAsync(60_000)
    vi.mocked(registry.add).mockResolvedValue()
    await vi.advanceTimersByTimeAsync(2_000)
    await stays
    expect([now.mock.calls.length, never.mock.calls.length]).toEqual([1, 0])
  })
})

test('a stream of an interest that is swept is forgotten, with all of that interest and no others', async () => {
  const own = ['private.aurora.customer-ana-000.inbox', 'private.aurora.customer-ana-000.order']
  const viewer = await join(own)
  const stays = await join([SHOW])
  hub.leave(viewer, streams(...own))
  await hub.interests.sweep(performance.now() + IDLE_MS)
  const tails = vi.spyOn(kept, 'tails')
  for (const name of [...own, SHOW]) await join([name])
  expect(tails.mock.calls.flatMap(([names]) => names)).toEqual(own)
  hub.deliver(await append('a'))
  expect(stays.notes).toEqual(['a'])
})

test('viewers that wait for history join when it answers, and the log has a line of that', async () => {
  let away = true
  const flaky: History = {
    append: (entries) => kept.append(entries),
    tails: async (names) => (away ? Promise.reject(new Error('away')) : kept.tails(names)),
    since: (requests, limit) => kept.since(requests, limit),
  }
  const lines: string[] = []
  const line = (_: unknown, text: string) => lines.push(text)
  const log = { warn: line, info: line } as unknown as Log
  const registry = new MemoryRegistry(epoch)
  const waiting = new Hub(flaky, log, (forget) => new InterestTable('n1', registry, log, forget))
  vi.useFakeTimers()
  try {
    const joining = Array.from({ length: 200 }, (_, i) => join([`public.show.${i}`], null, waiting))
    await vi.advanceTimersByTimeAsync(10_000)
    away = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await Promise.all(joining)).toHaveLength(200)
  } finally {
    vi.useRealTimers()
  }
  expect(lines).toEqual(['history does not answer', 'history answers again'])
})

describe('when Redis was emptied', () => {
  beforeEach(async () => {
    hub.deliver(await append('before'))
  })
  const empty = () => {
    epoch.end()
    pass(1_000)
  }

  test('what the bus still has of the old epoch comes, and what is new comes too', async () => {
    const viewer = await join([SHOW])
    const old = await append('old')
    empty()
    await hub.catchUp(epoch.current().value, false)
    hub.deliver(old)
    expect(viewer.notes).toEqual(['old'])
    hub.deliver(await append('new'))
    await settle()
    expect(viewer.notes.slice(0, 2)).toEqual(['old', 'new'])
  })

  test('viewers of streams that go on fetch anew: what the old epoch had cannot be known', async () => {
    const viewer = await join([SHOW, OTHER])
    empty()
    await append('new')
    await hub.catchUp(epoch.current().value, false)
    expect(viewer.notes).toEqual(['new', `reset ${SHOW}`])
  })

  test('and records for this node were dropped, all viewers fetch anew', async () => {
    const viewer = await join([SHOW, OTHER])
    await append('dropped')
    empty()
    await hub.catchUp(epoch.current().value, true)
    expect(viewer.notes.toSorted()).toEqual([`reset ${SHOW}`, `reset ${OTHER}`].toSorted())
    hub.deliver(await append('new'))
    expect(viewer.notes.at(-1)).toBe('new')
  })
})

describe('a message without an id', () => {
  const viewers = (n: string): StreamDelivery => ({
    ...{ stream: SHOW, event: 'viewers', data: JSON.stringify({ n }), nodes: '*' },
  })

  test('goes to all viewers of its stream, whatever they have had, and moves no position', async () => {
    const [one, other, elsewhere] = [await join([SHOW]), await join([SHOW]), await join([OTHER])]
    expect(hub.deliver(viewers('3 look'))).toBe(2)
    const next = await append('a')
    expect(hub.deliver(next)).toBe(2)
    expect(hub.deliver(viewers('4 look'))).toBe(2)
    expect(hub.deliver(viewers('4 look'))).toBe(2)
    for (const { notes } of [one, other]) expect(notes).toEqual(['3 look', 'a', '4 look', '4 look'])
    expect(elsewhere.notes).toEqual([])
  })

  test('has no id on the wire either', async () => {
    const frames: Frame[] = []
    const viewer = await join([SHOW])
    viewer.message = (frame) => void frames.push(frame)
    hub.deliver(viewers('3 look'))
    expect(frames.map(({ sse }) => sse.toString())).toEqual(['event: viewers\ndata: {"n":"3 look"}\n\n'])
  })

  test('is told to who joins afterwards, the newest one', async () => {
    await join([SHOW])
    hub.deliver(viewers('3 look'))
    hub.deliver(viewers('4 look'))
    expect((await join([SHOW, OTHER])).latest).toEqual(['4 look'])
    expect((await join([OTHER])).latest).toEqual([])
  })

  test('means nothing to a node without viewers of its stream', async () => {
    expect(hub.deliver(viewers('3 look'))).toBe(0)
    expect((await join([SHOW])).latest).toEqual([])
  })
})
