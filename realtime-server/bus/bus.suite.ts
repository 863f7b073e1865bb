import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery } from '#contracts/delivery.ts'
import type { Addressed, DeliveryReader, DeliveryWriter, Guarantees, Message } from './bus.ts'
import type { Addressing } from './bus-config.ts'
import { Hearing } from './hearing.fixture.ts'

/** A bus in a test's hands. Readers that a test opens are closed with it. */
export interface BusInTest extends AsyncDisposable {
  readonly writer: DeliveryWriter
  reader(): Promise<DeliveryReader>
  /** Where readers can be cut off; the writer must not be. */
  readonly faults?: ReaderFaults
}

/** What can be done to all readers of a bus in a test, and what they promise then. */
export interface ReaderFaults {
  readonly guarantees: Guarantees
  /** Breaks their connections; new ones can be made. */
  cut(): void | Promise<void>
  /** Their connections stay open and carry nothing any more; new ones do. Absent where readers would take long to notice. */
  strand?(): void
}

/** Of a show when `n` is even, somebody's own when it is odd. */
export const message = (n: number): Message & { readonly id: string } => ({
  id: `0mubbs7i8abcd-${1_790_000_000_000 + n}-0`,
  stream: n % 2 === 0 ? 'public.show.42' : 'private.aurora.customer-0000001.order',
  event: 'ticket.sold',
  data: JSON.stringify({ n }),
})

export const delivery = (n: number, nodes: Delivery['nodes'] = ['a']): Delivery => ({ ...message(n), nodes })

const byId = (one: Delivery, other: Delivery): number => `${one.id}`.localeCompare(`${other.id}`)

/**
 * What every bus keeps to, however it is addressed.
 * @param faults what can be done to readers of this one, so that no test is there only to be skipped
 */
export function describeBus(
  name: string,
  addressing: Addressing,
  open: () => Promise<BusInTest>,
  faults: readonly ('cut' | 'strand')[] = [],
): void {
  describe(name, () => {
    let bus: BusInTest
    let slots: number
    beforeEach(async () => {
      bus = await open()
      slots = await (await bus.reader()).slots()
    })
    afterEach(() => bus[Symbol.asyncDispose]())

    /** In broadcast mode nobody is asked, so nobody is named. */
    const to = (message: Message, recipients: Addressed['recipients']): Addressed => ({
      message,
      recipients: addressing === 'broadcast' ? 'everyone' : recipients,
    })
    /** Slots are spread over as many as there are. */
    const at = (node: string, slot = 0) => ({ node, slot: slot % slots })
    const ids = (heard: readonly Delivery[]) => heard.map(({ id }) => id)

    const listen = async (node: string, slot = 0): Promise<Hearing & { readonly reader: DeliveryReader }> => {
      const hearing = new Hearing()
      const reader = await bus.reader()
      await reader.open(at(node, slot), hearing)
      return Object.assign(hearing, { reader })
    }

    test('hands over whatever is sent to a node once it is open, as it is', async () => {
      await bus.writer.send([to(message(0), [at('a', 1)])])
      const a = await listen('a', 1)
      const whole = { ...message(2), previous: message(0).id, version: 7 }
      const text = { ...message(3), data: JSON.stringify({ text: '“¡olé!” チケット' }) }
      await bus.writer.send([to(whole, [at('a', 1)])])
      await bus.writer.send([{ message: text, recipients: 'everyone' }])
      // Order is promised per stream, and these are two.
      const heard = (await a.deliveries(2)).toSorted(byId)
      expect(heard.map(({ nodes: _, ...rest }) => rest)).toEqual([whole, text])
      expect(heard[1]?.nodes).toBe('*')
      if (addressing === 'targeted') expect(heard[0]?.nodes).toEqual(['a'])
      expect(a.gaps).toBe(0)
    })

    test('keeps the order of a stream', async () => {
      const a = await listen('a')
      const sent = Array.from({ length: 300 }, (_, i) => message(2 * i))
      for (let from = 0; from < sent.length; from += 50) {
        await bus.writer.send(sent.slice(from, from + 50).map((one) => to(one, [at('a')])))
      }
      expect(ids(await a.deliveries(300))).toEqual(sent.map(({ id }) => id))
    })

    test('carries one message to all the nodes it names', async () => {
      const [a, b, c] = [await listen('a', 0), await listen('b', 1), await listen('c', 0)]
      await bus.writer.send([to(message(2), [at('a', 0), at('b', 1), at('c', 0)])])
      for (const [node, hearing] of Object.entries({ a, b, c })) {
        const [heard] = await hearing.deliveries(1)
        expect(heard?.nodes === '*' || heard?.nodes.includes(node)).toBe(true)
      }
    })

    test('carries what is for everyone to everyone', async () => {
      const hearings = [await listen('a', 0), await listen('b', 1)]
      await bus.writer.send([{ message: message(4), recipients: 'everyone' }])
      for (const hearing of hearings) expect(await hearing.deliveries(1)).toEqual([delivery(4, '*')])
    })

    test('carries what is for connections as it is', async () => {
      const [a, b] = [await listen('a', 0), await listen('b', 1)]
      const one = { id: 'm1', to: 'a.0123456789abcdef', stream: 'connection', event: 'notice', data: '{}' } as const
      const all = { id: 'm2', to: '*', stream: 'broadcast', event: 'notice', data: '{}' } as const
      await bus.writer.send([to(one, [at('a', 0)]), { message: all, recipients: 'everyone' }])
      expect((await b.deliveries(1)).at(-1)?.to).toBeDefined()
      const heard = (await a.deliveries(2)).toSorted(byId) // of two recipients either may be first
      expect(heard.map(({ nodes: _, ...rest }) => rest)).toEqual([one, all])
    })

    if (addressing === 'targeted') {
      test('tells a node of another slot, or of another address, nothing', async () => {
        const [a, b] = [await listen('a', 0), await listen('b', 1)]
        await bus.writer.send([to(message(2), [at('a', 0)])])
        await bus.writer.send([to(message(4), [at('b', 1)])])
        await a.deliveries(1)
        expect(ids(await b.deliveries(1))).toEqual([message(4).id])
      })

      test('takes a record for each node or slot involved, and none where nobody is', async () => {
        expect(await bus.writer.send([to(message(2), [at('a', 0), at('b', 1)])])).toBe(2)
        expect(await bus.writer.send([to(message(4), [])])).toBe(0)
      })
    } else {
      test('takes one record however many nodes there are', async () => {
        expect(await bus.writer.send([to(message(2), []), to(message(4), [])])).toBe(2)
      })
    }

    test('finds a node under its new id', async () => {
      const a = await listen('a')
      await a.reader.rename('a2')
      await bus.writer.send([to(message(2), [at('a2')])])
      expect(ids(await a.deliveries(1))).toEqual([message(2).id])
    })

    test('sends nothing when there is nothing to send', async () => {
      expect(await bus.writer.send([])).toBe(0)
    })

    test('hears its address when it is open', async () => {
      expect((await listen('a')).reader.silentMs()).toBeLessThan(5_000)
    })

    for (const fault of faults) {
      const happens = { cut: 'broke', strand: 'fell silent' }[fault]
      test(`hears what was sent after its connection ${happens}, or tells of a gap, and hears on`, async () => {
        const strike = bus.faults?.[fault]
        if (!bus.faults || !strike) return expect.fail(`this bus cannot be struck so: ${fault}`)
        const a = await listen('a')
        await bus.writer.send([to(message(2), [at('a')])])
        await a.message(message(2).id)

        await strike()
        await bus.writer.send([to(message(4), [at('a')]), { message: message(5), recipients: 'everyone' }])
        const both = Promise.all([a.message(message(4).id), a.message(message(5).id)])
        await (bus.faults.guarantees.retains ? both : Promise.race([both, a.gapsTold(1)]))
        await sendUntilHeard(a)
      })
    }

    /** What is sent is heard, or another gap is told. */
    async function sendUntilHeard(a: Hearing): Promise<void> {
      for (let n = 6; ; n += 2) {
        const gap = a.gapsTold(a.gaps + 1).then(() => 'gap')
        await bus.writer.send([to(message(n), [at('a')])])
        if ((await Promise.race([a.message(message(n).id), gap])) !== 'gap') return
      }
    }

    test('does not open a slot that is not there', async () => {
      if (slots === 1) return // every node has an address of its own
      const reader = await bus.reader()
      await expect(reader.open({ node: 'a', slot: 10_000 }, new Hearing())).rejects.toThrow(/10000/)
    })
  })
}
