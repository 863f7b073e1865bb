import type { Addressed, DeliveryWriter } from '../bus.ts'
import type { Addressing } from '../bus-config.ts'
import { channelRecords } from './channels.ts'
import type { Publisher } from './publisher.ts'

/**
 * Deliveries through Redis: a channel per node, and one for everyone. A stream keeps its order on each of the two; where
 * it changes from one to the other a node may hear it out of order, sees that by the predecessor, and reads history.
 */
export class RedisDeliveryWriter implements DeliveryWriter {
  readonly #publisher: Publisher
  readonly #address: { readonly name: string; readonly addressing: Addressing }

  /** The publisher is the caller's. */
  constructor(publisher: Publisher, address: { readonly name: string; readonly addressing: Addressing }) {
    this.#publisher = publisher
    this.#address = address
  }

  async send(deliveries: readonly Addressed[]): Promise<number> {
    const records = deliveries.flatMap((addressed) => channelRecords(addressed, this.#address))
    await this.#publisher.publish(records)
    return records.length
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
