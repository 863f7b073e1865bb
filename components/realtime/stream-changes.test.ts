import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StreamChanges } from './stream-changes.ts'
import { TIMINGS } from './timings.ts'

const SHOW = 'public.show.a'
const OTHER = 'public.show.b'
const ORDERS = 'private.order'
const INBOX = 'private.inbox'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A connection that is open, at a tier that gives these statuses in turn and does what it is asked after that. */
function openLine(followed: readonly string[], statuses: number[] = []) {
  const line = { id: 'c1', followed, desired: followed, useless: 0, invalidated: 0, meanwhile: () => {} }
  const asked: Record<'subscribe' | 'unsubscribe' | 'visible', string[]>[] = []
  const changes = new StreamChanges({
    ...{ endpoint: '/realtime', timings: TIMINGS, random: () => 0.5 },
    fetch: async (_url, init) => {
      const change = JSON.parse(String(init?.body))
      asked.push(change)
      line.meanwhile()
      const status = statuses.shift() ?? 200
      if (status === 429) return new Response(null, { status, headers: { 'retry-after': '2' } })
      if (status !== 200) return new Response(null, { status })
      const kept = line.followed.filter((stream) => !change.unsubscribe.includes(stream))
      return Response.json({
        streams: Object.fromEntries([...kept, ...change.subscribe].map((stream) => [stream, {}])),
      })
    },
    identity: {
      ensure: async () => true,
      invalidate: () => {
        line.invalidated += 1
      },
    },
    state: () => ({
      id: line.id,
      ready: Object.fromEntries(line.followed.map((stream) => [stream, { version: undefined, resumed: false }])),
    }),
    desired: () => line.desired,
    onChanged: (streams) => {
      line.followed = Object.keys(streams)
    },
    onUseless: () => {
      line.useless += 1
    },
  })
  const want = (...streams: string[]) => {
    line.desired = streams
    changes.change()
  }
  return { line, asked, changes, want }
}

const soon = () => vi.advanceTimersByTimeAsync(TIMINGS.subscribeDelayMs)
const late = () => vi.advanceTimersByTimeAsync(TIMINGS.lingerMs)

describe('a change', () => {
  it('asks at once for what several parts of a page want, and leaves later', async () => {
    const { line, asked, want } = openLine([SHOW])
    want(SHOW, OTHER)
    want(SHOW, OTHER, ORDERS)
    await soon()
    expect(asked).toEqual([{ subscribe: [OTHER, ORDERS], unsubscribe: [], visible: [] }])
    want(SHOW)
    await soon()
    expect(asked).toHaveLength(1)
    await late()
    expect(asked[1]).toEqual({ subscribe: [], unsubscribe: [OTHER, ORDERS], visible: [] })
    expect(line.followed).toEqual([SHOW])
  })

  it('waits for as long as the tier said, whatever is wanted meanwhile', async () => {
    const { line, asked, want } = openLine([SHOW], [429])
    want(SHOW, OTHER)
    await soon()
    want(SHOW, OTHER, ORDERS)
    await vi.advanceTimersByTimeAsync(1_950)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(TIMINGS.backoffCapMs)
    expect(asked).toHaveLength(2)
    expect(line.followed).toEqual([SHOW, OTHER, ORDERS])
  })

  it('does not name again what was refused, until another connection is opened', async () => {
    const { asked, changes, want } = openLine([SHOW], [403])
    want(SHOW, ORDERS, OTHER)
    await soon()
    await soon()
    expect(asked.map(({ subscribe }) => subscribe)).toEqual([[ORDERS, OTHER], [OTHER]])
    changes.reset()
    changes.change()
    await soon()
    expect(asked.at(-1)?.subscribe).toEqual([ORDERS])
  })

  it('has the cookie renewed once, and is refused after that', async () => {
    const { line, asked, want } = openLine([SHOW], [401, 401])
    want(SHOW, ORDERS)
    await soon()
    await late()
    expect([asked.length, line.invalidated, line.useless]).toEqual([2, 1, 0])
  })

  it('gives up a line that the tier has forgotten, and one of which nothing is wanted', async () => {
    const forgotten = openLine([SHOW], [404])
    forgotten.want(SHOW, OTHER)
    await soon()
    expect(forgotten.line.useless).toBe(1)
    const unwanted = openLine([SHOW])
    unwanted.want()
    await late()
    expect([unwanted.line.useless, unwanted.asked.length]).toEqual([1, 0])
  })

  it.each(['another connection is open by then', 'it is closed'])('comes to nothing when %s', async (how) => {
    const { line, changes, want } = openLine([SHOW])
    line.meanwhile = () => {
      if (how === 'it is closed') changes.close()
      else line.id = 'c2'
    }
    want(SHOW, OTHER)
    await soon()
    expect(line.followed).toEqual([SHOW])
  })
})

it('a fresh cookie that was put off is shown again, for the streams that are still wanted', async () => {
  const { line, asked, changes } = openLine([SHOW, ORDERS, INBOX], [429])
  changes.extend([ORDERS, INBOX])
  await soon()
  line.desired = [SHOW, ORDERS]
  await vi.advanceTimersByTimeAsync(TIMINGS.backoffCapMs)
  expect(asked.map(({ subscribe }) => subscribe)).toEqual([[ORDERS, INBOX], [ORDERS]])
})

describe('what is visible', () => {
  it('is said with the opening, and again only when it is another', async () => {
    const { asked, changes } = openLine([SHOW, OTHER])
    changes.see([SHOW, 'public.show.elsewhere'])
    expect(changes.opening([SHOW, OTHER])).toEqual([SHOW])
    changes.declare()
    await soon()
    expect(asked).toEqual([])
    changes.see([OTHER])
    changes.declare()
    await soon()
    expect(asked).toEqual([{ subscribe: [], unsubscribe: [], visible: [OTHER] }])
  })

  it('is said with a change of streams, and then not by itself', async () => {
    const { asked, changes, want } = openLine([SHOW])
    changes.see([OTHER])
    want(SHOW, OTHER)
    changes.declare()
    await soon()
    await late()
    expect(asked.map(({ visible }) => visible)).toEqual([[OTHER]])
  })
})
