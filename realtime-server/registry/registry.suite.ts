import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LEASE_MS, type NodeRegistry, type RegistryView } from './registry.ts'

/** A registry in a test's hands: what its users call, and what may befall it. */
export interface RegistryInTest extends AsyncDisposable {
  readonly registry: NodeRegistry & RegistryView
  /** The data is old enough to be trusted. */
  mature(): Promise<void>
  /** A node's lease ended this long ago. */
  expire(id: string, agoMs: number): Promise<void>
  /** Everything is lost. */
  empty(): Promise<void>
}

/** What every registry keeps to. */
export function describeRegistry(name: string, open: () => Promise<RegistryInTest>): void {
  describe(name, () => {
    let held: RegistryInTest
    let registry: RegistryInTest['registry']
    beforeEach(async () => {
      held = await open()
      registry = held.registry
    })
    afterEach(() => held[Symbol.asyncDispose]())

    const enter = async (id: string, slot?: number) =>
      registry.enter({ id, url: `http://${id}`, ...(slot === undefined ? {} : { slot }) }, 4)
    const beat = (id: string) => registry.beat(id, { state: 'ready', connections: 3 })
    const show = 'public.show.42'

    test('spreads nodes over slots, and gives the slot of one that left again', async () => {
      const slots = [await enter('a'), await enter('b'), await enter('c'), await enter('d')].map(({ slot }) => slot)
      expect(slots.toSorted()).toEqual([0, 1, 2, 3])
      await registry.leave('b')
      expect((await enter('e')).slot).toBe(slots[1])
    })

    test('lets a node enter again where it was', async () => {
      await enter('a')
      expect(await enter('b', 0)).toEqual({ slot: 0 })
      expect(await enter('b', 3)).toEqual({ slot: 3 })
    })

    test('shows a live node with what its last beat said', async () => {
      await enter('a', 2)
      expect(await registry.nodes()).toEqual([{ id: 'a', url: 'http://a', slot: 2, state: 'starting', connections: 0 }])
      await beat('a')
      expect(await registry.nodes()).toEqual([{ id: 'a', url: 'http://a', slot: 2, state: 'ready', connections: 3 }])
    })

    test('tells a node with every beat that its lease holds, how many interests it has, and the time', async () => {
      await enter('a')
      await registry.add('a', ['private.aurora.customer-0000001', show])
      const first = await beat('a')
      expect(first).toMatchObject({ held: true, interests: 2, now: { epoch: expect.any(String), seq: 0 } })
      const second = await beat('a')
      expect(second.now.epoch).toBe(first.now.epoch)
      expect(second.now.ms).toBeGreaterThanOrEqual(first.now.ms)
    })

    test('counts an interest once, however often it is added or removed', async () => {
      await enter('a')
      await registry.add('a', [show])
      await registry.add('a', [show, 'staff.aurora'])
      expect((await beat('a')).interests).toBe(2)
      await registry.remove('a', [show])
      await registry.remove('a', [show])
      expect((await beat('a')).interests).toBe(1)
    })

    test('says so when a lease has ended, and does not renew it', async () => {
      await enter('a')
      await held.expire('a', 1_000)
      expect((await beat('a')).held).toBe(false)
      expect((await beat('a')).held).toBe(false)
      expect(await registry.nodes()).toEqual([])
    })

    test('does not know a node that never entered', async () => {
      expect((await beat('stranger')).held).toBe(false)
      expect(await registry.nodes()).toEqual([])
    })

    test('takes nothing from a node that it does not know', async () => {
      await registry.add('stranger', [show])
      await enter('stranger')
      expect((await beat('stranger')).interests).toBe(0)
    })

    test('finds the live nodes that hold viewers of each interest, in the order asked', async () => {
      await held.mature()
      await enter('a', 0)
      await enter('b', 3)
      await registry.add('a', [show])
      await registry.add('b', [show, 'staff.aurora'])
      const [both, nobody, one] = await registry.recipients([show, 'public.show.7', 'staff.aurora'])
      expect(both).toHaveLength(2)
      expect(both).toEqual(expect.arrayContaining([{ node: 'a', slot: 0 }, { node: 'b', slot: 3 }])) // biome-ignore format: two nodes
      expect([nobody, one]).toEqual([[], [{ node: 'b', slot: 3 }]])
    })

    test('does not address nodes that removed an interest, left, or let their lease end', async () => {
      await held.mature()
      for (const id of ['a', 'b', 'c', 'd']) {
        await enter(id, 1)
        await registry.add(id, [show])
      }
      await registry.remove('a', [show])
      await registry.leave('b')
      await held.expire('c', 1)
      expect(await registry.recipients([show])).toEqual([[{ node: 'd', slot: 1 }]])
    })

    test('addresses a node whose lease ended once it has entered again', async () => {
      await held.mature()
      await enter('a', 1)
      await registry.add('a', [show])
      await held.expire('a', LEASE_MS)
      await enter('a', 1)
      expect(await registry.recipients([show])).toEqual([[{ node: 'a', slot: 1 }]])
      expect((await beat('a')).held).toBe(true)
    })

    test('sends everything to everybody while it is new', async () => {
      await enter('a', 1)
      await registry.add('a', [show])
      expect(await registry.recipients([show, 'public.show.7'])).toEqual(['everyone', 'everyone'])
    })

    test('emptied, it knows nobody, trusts nothing and begins a later epoch', async () => {
      await held.mature()
      await enter('a', 1)
      await registry.add('a', [show])
      const before = await beat('a')
      await held.empty()
      const after = await beat('a')
      expect(after).toMatchObject({ held: false, interests: 0 })
      expect(after.now.epoch > before.now.epoch).toBe(true)
      expect(await registry.recipients([show])).toEqual(['everyone'])
    })

    test('answers about nothing at all', async () => {
      await enter('a')
      await registry.add('a', [])
      await registry.remove('a', [])
      expect(await registry.recipients([])).toEqual([])
    })

    test('takes thousands of interests at once', async () => {
      await held.mature()
      await enter('a', 2)
      const interests = Array.from({ length: 1_234 }, (_, i) => `public.show.${i}`)
      await registry.add('a', interests)
      expect((await beat('a')).interests).toBe(1_234)
      const found = await registry.recipients(interests)
      expect(found).toHaveLength(1_234)
      expect(new Set(found.flat())).toEqual(new Set(Array.from(found, ([target]) => target)))
    })
  })
}
