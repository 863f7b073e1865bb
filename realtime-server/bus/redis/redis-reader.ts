import type { Log } from '#platform/log.ts'
import type { NodeAddress } from '../../registry/registry.ts'
import type { DeliveryListener, DeliveryReader } from '../bus.ts'
import { everyonesChannel, nodeChannel } from './channels.ts'
import { Ear, PATIENCE, type Patience } from './ear.ts'
import type { Publisher } from './publisher.ts'

export interface RedisReaderOptions {
  /** What the bus's channels begin with. */
  readonly name: string
  readonly log: Log
  readonly patience?: Patience
}

/** A node's two ears: one for its own channel, one for everyone's. In a cluster they may be on different servers. */
export class RedisDeliveryReader implements DeliveryReader {
  readonly #publisher: Publisher
  readonly #name: string
  readonly #log: Log
  readonly #patience: Patience
  #listener: DeliveryListener = { delivery: () => {}, gap: () => {} }
  #own: Ear | null = null
  #everyones: Ear | null = null

  /** The publisher is the caller's. */
  constructor(publisher: Publisher, { name, log, patience = PATIENCE }: RedisReaderOptions) {
    this.#publisher = publisher
    this.#name = name
    this.#log = log
    this.#patience = patience
  }

  /** Each node has channels of its own; there is nothing to share. */
  async slots(): Promise<number> {
    return 1
  }

  async open({ node }: NodeAddress, listener: DeliveryListener): Promise<void> {
    this.#listener = listener
    this.#own = this.#ear(nodeChannel(this.#name, node))
    this.#everyones = this.#ear(everyonesChannel(this.#name))
    await Promise.all([this.#own.open(), this.#everyones.open()])
  }

  /** Should this fail, the new id is heard as soon as that is possible, after a gap. The old one is nobody any more. */
  async rename(node: string): Promise<void> {
    const old = this.#own
    this.#own = this.#ear(nodeChannel(this.#name, node))
    try {
      await this.#own.open()
    } finally {
      await old?.[Symbol.asyncDispose]()
    }
  }

  silentMs(): number {
    return Math.max(this.#own?.silentMs() ?? 0, this.#everyones?.silentMs() ?? 0)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#own, this.#everyones].map((ear) => ear?.[Symbol.asyncDispose]()))
  }

  #ear(channel: string): Ear {
    return new Ear(channel, this.#publisher, this.#patience, this.#log, {
      delivery: (delivery) => this.#listener.delivery(delivery),
      gap: () => this.#listener.gap(),
    })
  }
}
