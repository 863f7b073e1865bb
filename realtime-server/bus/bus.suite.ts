import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery } from '#contracts/delivery.ts'
import type { DeliveryReader, DeliveryWriter } from './bus.ts'
import { Hearing } from './hearing.fixture.ts'

/** A bus in a test's hands. Readers that a test opens are closed with it. */
export interface BusInTest extends AsyncDisposable {
  readonly writer: DeliveryWriter
  reader(): Promise<DeliveryReader>
}

export const delivery = (n: number, nodes: Delivery['nodes'] = ['a']): Delivery => ({
  id: `0mubbs7i8abcd-${1_790_000_000_000 + n}-0`,
  stream: n % 2 === 0 ? 'public.show.42' : 'private.aurora.customer-0000001.order',
  event: 'ticket.sold',
  data: JSON.stringify({ n }),
  nodes,
})

/** What every bus keeps to. */
export function describeBus(name: string, open: () => Promise<BusInTest>): void {
  describe(name, () => {
    let bus: BusInTest
    beforeEach(async () => {
      bus = await open()
    })
    afterEach(() => bus[Symbol.asyncDispose]())

    const listen = async (slot: number): Promise<Hearing> => {
      const hearing = new Hearing()
      await (await bus.reader()).open(slot, hearing)
      return hearing
    }

    test('has some slots, and both ends know how many', async () => {
      const reader = await bus.reader()
      expect(await bus.writer.slots()).toBeGreaterThan(1)
      expect(await reader.slots()).toBe(await bus.writer.slots())
    })

    test('hands over whatever is sent to a slot once it is open, as it is and nothing else', async () => {
      await bus.writer.send([{ slot: 1, delivery: delivery(0) }])
      const hearing = await listen(1)
      const public_ = { ...delivery(2), previous: delivery(0).id, version: 7 }
      const toAll = { ...delivery(3, '*'), data: JSON.stringify({ text: '“¡olé!” チケット' }) }
      await bus.writer.send([{ slot: 0, delivery: delivery(1) }])
      await bus.writer.send([{ slot: 1, delivery: public_ }])
      await bus.writer.send([{ slot: 1, delivery: toAll }])
      expect(await hearing.deliveries(2)).toEqual([public_, toAll])
      expect(hearing.gaps).toBe(0)
    })

    test('keeps the order of a stream within a slot', async () => {
      const hearing = await listen(0)
      const sent = Array.from({ length: 300 }, (_, i) => delivery(2 * i))
      for (let from = 0; from < sent.length; from += 50) {
        await bus.writer.send(sent.slice(from, from + 50).map((one) => ({ slot: 0, delivery: one })))
      }
      expect(await hearing.deliveries(300)).toEqual(sent)
    })

    test('lets nodes share a slot', async () => {
      const [one, other] = [await listen(1), await listen(1)]
      await bus.writer.send([{ slot: 1, delivery: delivery(2, ['one', 'other']) }])
      expect(await one.deliveries(1)).toEqual(await other.deliveries(1))
    })

    test('carries one message to several slots at once', async () => {
      const hearings = [await listen(0), await listen(1)]
      await bus.writer.send([0, 1].map((slot) => ({ slot, delivery: delivery(4, '*') })))
      for (const hearing of hearings) expect(await hearing.deliveries(1)).toEqual([delivery(4, '*')])
    })

    test('sends nothing when there is nothing to send', async () => {
      await bus.writer.send([])
    })

    test('hears its slot when it is open', async () => {
      const reader = await bus.reader()
      await reader.open(0, new Hearing())
      expect(reader.silentMs()).toBeLessThan(5_000)
    })

    test('does not open a slot that is not there', async () => {
      const reader = await bus.reader()
      await expect(reader.open(10_000, new Hearing())).rejects.toThrow(/10000/)
    })
  })
}
