import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cursor, compareCursors, isAfter, startOf } from '../cursor.ts'
import type { Appended, History, NewEntry, Standing } from './history.ts'

/** A history in a test's hands: five entries per stream, and what may befall it. */
export interface HistoryInTest extends AsyncDisposable {
  readonly history: History
  /** Nobody has appended to a stream for longer than its entries are kept, or even than its newest id is remembered. */
  forget(stream: string, what: 'entries' | 'everything'): Promise<void>
  /** Everything is lost. */
  empty(): Promise<void>
}

export const LENGTH_IN_TEST = 5

/** What every history keeps to. */
export function describeHistory(name: string, open: () => Promise<HistoryInTest>): void {
  describe(name, () => {
    let held: HistoryInTest
    let history: History
    beforeEach(async () => {
      held = await open()
      history = held.history
    })
    afterEach(() => held[Symbol.asyncDispose]())

    const show = 'public.show.42'
    const sale = (n: number, stream = show): NewEntry => ({
      stream,
      eventId: `sale-${n}`,
      event: 'ticket.sold',
      data: `{"n":${n}}`,
      version: n,
    })
    /** Several sales as one message. */
    const sales = (from: number, to: number): NewEntry => ({
      ...sale(to),
      eventId: `sale-${from}`,
      moreEventIds: Array.from({ length: to - from }, (_, i) => `sale-${from + 1 + i}`),
      data: `{"n":"${from}–${to}"}`,
    })
    const told = ({ standing, missing }: Appended) => [standing.map(({ data }) => data), missing]
    /** Where entries stand that nobody has appended before. */
    const placesOf = async (entries: readonly NewEntry[]): Promise<Standing[]> =>
      (await history.append(entries)).map(({ standing }) => standing[0] ?? expect.unreachable())
    const sell = async (from: number, to = from, stream = show): Promise<Cursor[]> => {
      const sales = Array.from({ length: to - from + 1 }, (_, i) => sale(from + i, stream))
      return (await placesOf(sales)).map(({ cursor }) => cursor)
    }
    const since = async (after: Cursor, limit = 100, stream = show) =>
      (await history.since([{ stream, after }], limit))[0] ?? expect.unreachable()
    const tail = async (stream = show) => (await history.tails([stream]))[0] ?? expect.unreachable()
    const versions = (entries: readonly { version?: number }[]) => entries.map(({ version }) => version)

    test('keeps what was appended, in order', async () => {
      const before = (await tail()).cursor
      const [first, second] = await sell(1, 2)
      expect(await since(before)).toEqual({
        entries: [
          { cursor: first, event: 'ticket.sold', data: '{"n":1}', version: 1 },
          { cursor: second, event: 'ticket.sold', data: '{"n":2}', version: 2 },
        ],
        complete: true,
      })
      expect(isAfter(second as Cursor, first as Cursor)).toBe(true)
    })

    test('says for each entry what stands right before it on its stream', async () => {
      const placed = await placesOf([sale(1), sale(1, 'public.show.7'), sale(2)])
      expect(placed.map(({ previous }) => previous)).toEqual([null, null, placed[0]?.cursor])
    })

    test('appends an event once, and says again what stands for it and what was before that', async () => {
      const first = await history.append([sale(1), sale(2)])
      await sell(3)
      expect(await history.append([sale(2), sale(1)])).toEqual([first[1], first[0]])
      expect(versions((await since(startOf(epochOf(first)))).entries)).toEqual([1, 2, 3])
    })

    test('tells one event from another of the same id on another stream', async () => {
      const appended = await history.append([sale(1), sale(1, 'public.show.7')])
      expect(versions((await since(startOf(epochOf(appended)), 9, 'public.show.7')).entries)).toEqual([1])
    })

    describe('that was given merged messages', () => {
      test('keeps each as one entry, with the version after its last event', async () => {
        const before = (await tail()).cursor
        const [appended = expect.unreachable()] = await history.append([sales(1, 3)])
        expect(appended.missing).toEqual([])
        expect((await since(before)).entries).toEqual([{ cursor: appended.standing[0]?.cursor, event: 'ticket.sold', data: '{"n":"1–3"}', version: 3 }]) // biome-ignore format: one look
      })

      test('answers for any of its events with that entry as it stands', async () => {
        const [first] = await history.append([sales(1, 3)])
        for (const entry of [sale(1), sale(2), sale(3), sales(1, 2), sales(2, 3), sales(1, 3)]) {
          expect(await history.append([entry])).toEqual([first])
        }
        expect(versions((await since(startOf(epochOf([first])))).entries)).toEqual([3])
      })

      test('answers for events of several entries with all of these, in order', async () => {
        const [one] = await history.append([sale(1)])
        const [two] = await history.append([sales(2, 3)])
        const [again = expect.unreachable()] = await history.append([sales(1, 3)])
        expect(again).toEqual({ standing: [...(one?.standing ?? []), ...(two?.standing ?? [])], missing: [] })
      })

      test('appends nothing of one whose events are partly there, and says which are missing', async () => {
        const [first] = await history.append([sales(1, 2)])
        expect((await history.append([sales(2, 4)])).map(told)).toEqual([[['{"n":"1–2"}'], ['sale-3', 'sale-4']]])
        expect(versions((await since(startOf(epochOf([first])))).entries)).toEqual([2])
        expect((await history.append([sales(3, 4)])).map(told)).toEqual([[['{"n":"3–4"}'], []]])
        expect(versions((await since(startOf(epochOf([first])))).entries)).toEqual([2, 4])
      })

      test('appends nothing after that on the stream, so that order is kept, and all on others', async () => {
        await history.append([sales(1, 2)])
        const elsewhere = sale(1, 'public.show.7')
        expect((await history.append([sales(2, 3), sale(4), elsewhere, sale(1)])).map(told)).toEqual([
          [['{"n":"1–2"}'], ['sale-3']],
          [[], ['sale-4']],
          [['{"n":1}'], []],
          [['{"n":"1–2"}'], []],
        ])
        expect((await tail()).version).toBe(2)
      })

      test('keeps to that over however many events', async () => {
        await history.append([sale(1)])
        const rush = Array.from({ length: 4 }, (_, i) => sales(100 * i + 1, 100 * (i + 1)))
        const appended = await history.append(rush)
        expect(appended.map(({ standing, missing }) => [standing.length, missing.length])).toEqual([[1, 99], [0, 100], [0, 100], [0, 100]]) // biome-ignore format: one look
        const elsewhere = rush.map((entry) => ({ ...entry, stream: 'public.show.7' }))
        expect((await history.append(elsewhere)).every(({ standing }) => standing.length === 1)).toBe(true)
      })

      test('says nothing for what has been trimmed, and appends it no more', async () => {
        await history.append([sales(1, 2)])
        await sell(3, LENGTH_IN_TEST + 3)
        expect(await history.append([sales(1, 2)])).toEqual([{ standing: [], missing: [] }])
        expect((await tail()).version).toBe(LENGTH_IN_TEST + 3)
      })
    })

    test('replays what came after a position, and nothing else', async () => {
      const [first, , third] = await sell(1, 3)
      expect(versions((await since(first as Cursor)).entries)).toEqual([2, 3])
      expect(await since(third as Cursor)).toEqual({ entries: [], complete: true })
    })

    test('is not complete over the limit, and gives what fits', async () => {
      const before = (await tail()).cursor
      await sell(1, 4)
      const { entries, complete } = await since(before, 3)
      expect([versions(entries), complete]).toEqual([[1, 2, 3], false])
      expect((await since(before, 4)).complete).toBe(true)
    })

    test('is complete exactly as far back as nothing that is gone came after', async () => {
      const all = await sell(1, LENGTH_IN_TEST + 3)
      const [, second, third, fourth] = all
      expect(await since(second as Cursor)).toMatchObject({ complete: false })
      expect(await since(third as Cursor)).toMatchObject({ complete: true })
      expect(versions((await since(third as Cursor)).entries)).toEqual([4, 5, 6, 7, 8])
      expect(await since(fourth as Cursor)).toMatchObject({ complete: true })
    })

    test('whose entries have expired still knows whether there were any after a position', async () => {
      const [first, second] = await sell(1, 2)
      await held.forget(show, 'entries')
      expect(await since(first as Cursor)).toEqual({ entries: [], complete: false })
      expect(await since(second as Cursor)).toEqual({ entries: [], complete: true })
    })

    test('goes on after what has expired', async () => {
      const [, second] = await sell(1, 2)
      await held.forget(show, 'entries')
      const [placed] = await placesOf([sale(3)])
      expect(placed?.previous).toEqual(second)
      expect(isAfter(placed?.cursor as Cursor, second as Cursor)).toBe(true)
      expect(versions((await since(second as Cursor)).entries)).toEqual([3])
      expect((await since(second as Cursor)).complete).toBe(true)
    })

    test('that remembers nothing is complete for a position of the last minutes, not for one of last week', async () => {
      const [first] = await sell(1)
      const epoch = (first as Cursor).epoch
      await held.forget(show, 'everything')
      const { cursor } = await tail()
      expect((await since({ epoch, ms: cursor.ms - 60_000, seq: 0 })).complete).toBe(true)
      expect((await since({ epoch, ms: cursor.ms - 7 * 86_400_000, seq: 0 })).complete).toBe(false)
    })

    test('is not complete for another epoch, or for a position in the future', async () => {
      const [first] = await sell(1)
      const { epoch, ms } = first as Cursor
      expect(await since({ epoch: epoch.replace(/.$/, (digit) => (digit === 'a' ? 'b' : 'a')), ms, seq: 0 })).toEqual({
        entries: [],
        complete: false,
      })
      expect((await since({ epoch, ms: ms + 60_000, seq: 0 })).complete).toBe(false)
    })

    test('tells the newest position and the highest version', async () => {
      const [, second] = await sell(1, 2)
      expect(await tail()).toEqual({ cursor: second, version: 2 })
      const [placed] = await placesOf([{ stream: show, eventId: 'x', event: 'viewers', data: '{}' }])
      expect(await tail()).toEqual({ cursor: placed?.cursor, version: 2 })
      await held.forget(show, 'entries')
      expect(await tail()).toEqual({ cursor: placed?.cursor, version: 2 })
    })

    test('has a tail before anything was appended: all that follows is after it', async () => {
      const { cursor, version } = await tail()
      expect(version).toBeUndefined()
      const [first] = await sell(1)
      expect(isAfter(first as Cursor, cursor)).toBe(true)
      expect(versions((await since(cursor)).entries)).toEqual([1])
    })

    test('answers for many streams at once, in the order asked', async () => {
      const streams = Array.from({ length: 250 }, (_, i) => `public.show.${i}`)
      const before = (await history.tails(streams)).map(({ cursor }) => cursor)
      const placed = await history.append(streams.map((stream, i) => sale(i, stream)))
      expect(placed).toHaveLength(250)
      expect((await history.tails(streams)).map(({ version }) => version)).toEqual(streams.map((_, i) => i))
      const requests = streams.map((stream, i) => ({ stream, after: before[i] as Cursor }))
      const replays = await history.since(requests.toReversed(), 10)
      expect(replays.map(({ entries }) => entries[0]?.version)).toEqual(streams.map((_, i) => i).toReversed())
    })

    test('keeps texts as they are', async () => {
      const before = (await tail()).cursor
      const data = JSON.stringify({ text: 'チケット完売 — “¡olé!” \u0000 \u2028 😀' })
      await history.append([{ stream: show, eventId: 'text', event: 'promotional', data }])
      expect((await since(before)).entries[0]).toMatchObject({ event: 'promotional', data })
    })

    test('emptied, it begins a later epoch, in which nothing was appended before', async () => {
      const [old = expect.unreachable()] = await placesOf([sale(1)])
      await held.empty()
      expect(await since(old.cursor)).toEqual({ entries: [], complete: false })
      const [again = expect.unreachable()] = await placesOf([sale(1)])
      const start = startOf(again.cursor.epoch)
      expect(again.previous).toBeNull()
      expect(compareCursors(start, old.cursor)).toBeGreaterThan(0)
      expect(compareCursors(again.cursor, start)).toBeGreaterThan(0)
    })

    test('answers about nothing at all', async () => {
      expect(await history.append([])).toEqual([])
      expect(await history.tails([])).toEqual([])
      expect(await history.since([], 10)).toEqual([])
    })
  })
}

const epochOf = (appended: readonly (Appended | undefined)[]): string =>
  appended[0]?.standing[0]?.cursor.epoch ?? expect.unreachable()
