import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NodeRegistry } from '../registry/registry.ts'
import { type Audience, RENEW_MS, SUM_EVERY_MS, type Tally } from './audience.ts'

/** An audience in a test's hands, with the registry whose leases count, and what may befall both. */
export interface AudienceInTest extends AsyncDisposable {
  readonly audience: Audience
  readonly registry: Pick<NodeRegistry, 'enter' | 'leave'>
  /** The data is old enough to be trusted. */
  mature(): Promise<void>
  /** A node's lease ended a second ago. */
  expire(id: string): Promise<void>
  /** This much time goes by for the shows, and for no lease. */
  pass(ms: number): Promise<void>
  /** Everything is lost. */
  empty(): Promise<void>
  /** How many shows are kept. */
  kept(): Promise<number>
}

/** What every audience keeps to. */
export function describeAudience(name: string, open: () => Promise<AudienceInTest>): void {
  describe(name, () => {
    let held: AudienceInTest
    let audience: Audience
    beforeEach(async () => {
      held = await open()
      audience = held.audience
      await held.mature()
      for (const id of ['a', 'b']) await held.registry.enter({ id, url: `http://${id}` }, 4)
    })
    afterEach(() => held[Symbol.asyncDispose]())

    const report = (node: string, count: number, showId = '42') => audience.report(node, [{ showId, count }])
    const counts = (tallies: readonly Tally[]) =>
      Object.fromEntries(tallies.map(({ showId, count }) => [showId, count]))
    const take = async (limit = 100) => (await audience.takeDue(limit)).tallies
    const due = async () => counts(await take())

    /** Everything that is due, in as many calls as it takes. */
    const all = async () => {
      const taken: Tally[] = []
      for (;;) {
        const { tallies, more } = await audience.takeDue(2_000)
        taken.push(...tallies)
        if (!more) return taken
      }
    }

    test('sums the shares of all nodes, show by show', async () => {
      await audience.report('a', [
        { showId: '42', count: 3 },
        { showId: '7', count: 1 },
      ])
      await report('b', 2)
      expect(await due()).toEqual({ 42: 5, 7: 1 })
    })

    test('gives each change to one taker', async () => {
      await report('a', 3)
      const both = await Promise.all([take(), take()])
      expect(both.flat()).toEqual([{ showId: '42', count: 3, told: null }])
    })

    test('replaces a share, takes one away, and counts a report that comes twice once', async () => {
      await report('a', 3)
      await report('a', 3)
      await report('a', 4)
      await report('b', 1)
      await report('b', 0)
      await report('b', 0)
      expect(await due()).toEqual({ 42: 4 })
    })

    test('sums a show again when a share changed, but not sooner than that', async () => {
      await report('a', 3)
      await due()
      // Real time goes on in Redis while it is asked: it may take that long.
      await held.pass(-10_000)
      await report('a', 4)
      expect(await due()).toEqual({})
      await held.pass(10_000 + SUM_EVERY_MS)
      expect(await due()).toEqual({ 42: 4 })
    })

    test('sums a show again after a while though nothing changed: whoever took it may have died', async () => {
      await report('a', 3)
      await due()
      await held.pass(RENEW_MS - 10_000)
      expect(await due()).toEqual({})
      await held.pass(10_000)
      expect(await due()).toEqual({ 42: 3 })
    })

    test('knows what was told, and how long ago', async () => {
      await report('a', 3)
      await audience.told(await take())
      await report('a', 5)
      await held.pass(SUM_EVERY_MS)
      const [tally = expect.unreachable()] = await take()
      expect(tally).toMatchObject({ showId: '42', count: 5, told: { count: 3 } })
      expect(tally.told?.agoMs).toBeGreaterThanOrEqual(SUM_EVERY_MS)
      expect(tally.told?.agoMs).toBeLessThan(RENEW_MS)
    })

    test('does not count a node whose lease has ended, and says so without being asked', async () => {
      await report('a', 3)
      await report('b', 2)
      await audience.told(await take())
      await held.expire('b')
      await held.pass(SUM_EVERY_MS)
      expect(await due()).toEqual({ 42: 3 })
    })

    test('does not count a node that left', async () => {
      await report('a', 3)
      await report('b', 2)
      await held.registry.leave('b')
      expect(await due()).toEqual({ 42: 3 })
    })

    test('does not count a node that never entered', async () => {
      await report('stranger', 9)
      await report('a', 1)
      expect(await due()).toEqual({ 42: 1 })
    })

    test('tells that the last one went, and then forgets the show', async () => {
      await report('a', 1)
      await audience.told(await take())
      await report('a', 0)
      await held.pass(SUM_EVERY_MS)
      const gone = await take()
      expect(gone).toMatchObject([{ showId: '42', count: 0, told: { count: 1 } }])
      await audience.told(gone)
      await held.pass(RENEW_MS)
      expect(await take()).toEqual([])
      expect(await held.kept()).toBe(0)
    })

    test('keeps nothing of dead nodes', async () => {
      await audience.report(
        'b',
        Array.from({ length: 700 }, (_, i) => ({ showId: `s${i}`, count: 1 })),
      )
      await held.expire('b')
      await expect.poll(async () => [await due(), await held.kept()]).toEqual([{}, 0])
    })

    test('hands out no more than it is asked for, those that wait longest first', async () => {
      for (const showId of ['1', '2', '3']) {
        await report('a', 1, showId)
        await held.pass(10)
      }
      expect(counts(await take(2))).toEqual({ 1: 1, 2: 1 })
      expect(counts(await take(2))).toEqual({ 3: 1 })
      expect(await take(2)).toEqual([])
    })

    test('says whether more may be due, though what it took were only shows to forget', async () => {
      for (const showId of ['1', '2', '3']) {
        await report('a', showId === '3' ? 1 : 0, showId)
        await held.pass(10)
      }
      expect(await audience.takeDue(2)).toEqual({ tallies: [], more: true })
      const rest = await audience.takeDue(2)
      expect([counts(rest.tallies), rest.more]).toEqual([{ 3: 1 }, false])
    })

    test('says no number while nodes may not have reported everything, and the right one after', async () => {
      await report('a', 3)
      await held.empty()
      await held.registry.enter({ id: 'a', url: 'http://a' }, 4)
      await report('a', 2)
      expect(await due()).toEqual({})
      await held.registry.enter({ id: 'b', url: 'http://b' }, 4)
      await report('b', 2)
      await held.mature()
      for (const id of ['a', 'b']) await held.registry.enter({ id, url: `http://${id}` }, 4)
      expect(await due()).toEqual({ 42: 4 })
    })

    test('takes thousands of shows at once', async () => {
      const shares = Array.from({ length: 1_234 }, (_, i) => ({ showId: `s${i}`, count: 1 + (i % 3) }))
      await audience.report('a', shares)
      const taken = await all()
      expect(counts(taken)).toEqual(counts(shares.map((share) => ({ ...share, told: null }))))
      await audience.told(taken)
    })

    test('takes shows with thousands of shares, all of them in the end', async () => {
      const nodes = Array.from({ length: 40 }, (_, i) => `n${i}`)
      const shares = Array.from({ length: 150 }, (_, i) => ({ showId: `s${i}`, count: 1 }))
      await Promise.all(nodes.map((id) => held.registry.enter({ id, url: `http://${id}` }, 4)))
      await Promise.all(nodes.map((id) => audience.report(id, shares)))
      expect(counts(await all())).toEqual(Object.fromEntries(shares.map(({ showId }) => [showId, 40])))
    })

    test('answers about nothing at all', async () => {
      await audience.report('a', [])
      await audience.told([])
      expect(await due()).toEqual({})
    })
  })
}
