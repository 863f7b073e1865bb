import type { Delivery } from '#contracts/delivery.ts'
import type { NodeAddress } from '../registry/registry.ts'
import type { Addressed, DeliveryListener, DeliveryReader, DeliveryWriter } from './bus.ts'
import { bySlot } from './by-slot.ts'

/** The last hop of a tier that lives in one process, and not for long: a log per slot, kept whole, read by who opened it. */
export class MemoryBus {
  readonly #slots: Delivery[][]
  readonly #readers = new Set<MemoryReader>()
  readonly #turn: () => Promise<void>

  /** @param turn awaited before each record is handed over; the next turn of the event loop unless told otherwise */
  constructor(slots: number, turn: () => Promise<void> = () => new Promise((next) => setImmediate(next))) {
    this.#slots = Array.from({ length: slots }, () => [])
    this.#turn = turn
  }

  writer(): DeliveryWriter {
    return {
      send: async (deliveries) => this.#send(deliveries),
      [Symbol.asyncDispose]: async () => {},
    }
  }

  /** @param turn as for the bus, for this reader alone */
  reader(turn = this.#turn): DeliveryReader {
    const reader = new MemoryReader(this.#slots, turn, () => this.#readers.delete(reader))
    this.#readers.add(reader)
    return reader
  }

  #send(deliveries: readonly Addressed[]): number {
    const records = deliveries.flatMap((addressed) => bySlot(addressed, this.#slots.length))
    for (const { slot, delivery } of records) this.#slots[slot]?.push(delivery)
    for (const reader of this.#readers) reader.wake()
    return records.length
  }
}

class MemoryReader implements DeliveryReader {
  readonly #logs: readonly (readonly Delivery[])[]
  readonly #turn: () => Promise<void>
  readonly #closed: () => void
  #listener: DeliveryListener | null = null
  #slot = 0
  #next = 0
  #pumping = false

  constructor(logs: readonly (readonly Delivery[])[], turn: () => Promise<void>, closed: () => void) {
    this.#logs = logs
    this.#turn = turn
    this.#closed = closed
  }

  async open({ slot }: NodeAddress, on: DeliveryListener): Promise<void> {
    const log = this.#logs[slot]
    if (log === undefined) throw new Error(`there is no slot ${slot}`)
    this.#slot = slot
    this.#next = log.length
    this.#listener = on
  }

  async slots(): Promise<number> {
    return this.#logs.length
  }

  async rename(): Promise<void> {}

  silentMs(): number {
    return 0
  }

  /** There is something to read. */
  wake(): void {
    if (this.#pumping || this.#listener === null) return
    this.#pumping = true
    void this.#pump()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null
    this.#closed()
  }

  async #pump(): Promise<void> {
    for (;;) {
      const delivery = this.#logs[this.#slot]?.[this.#next]
      if (delivery === undefined || this.#listener === null) break
      await this.#turn()
      this.#next += 1
      this.#listener?.delivery(delivery)
    }
    this.#pumping = false
  }
}
