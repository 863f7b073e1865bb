import type { ConfirmChannel } from 'amqplib'
import type { Addressed, DeliveryWriter } from '../bus.ts'
import type { RabbitmqBusConfig } from '../bus-config.ts'
import { RabbitmqConnection } from './rabbitmq-connection.ts'
import type { LinkOptions } from './rabbitmq-link.ts'
import { type Publication, publicationsOf } from './routing.ts'

/** An idle server confirms in a millisecond, a busy one in tens of them. One that confirms nothing for so long is left. */
const SILENCE_LIMIT_MS = 3_000

/** Deliveries through a topic exchange. A record that nobody's queue takes is confirmed too: then nobody wanted it. */
export class RabbitmqDeliveryWriter implements DeliveryWriter {
  readonly #connection: RabbitmqConnection
  readonly #config: RabbitmqBusConfig

  private constructor(connection: RabbitmqConnection, config: RabbitmqBusConfig) {
    this.#connection = connection
    this.#config = config
  }

  static async open(config: RabbitmqBusConfig, { client, log }: Pick<LinkOptions, 'client' | 'log'>) {
    const setUp = (channel: ConfirmChannel) => declareExchange(channel, config.name)
    const connection = await RabbitmqConnection.open({ url: config.url, client, log, setUp })
    return new RabbitmqDeliveryWriter(connection, config)
  }

  /** Resolves when the server has confirmed all of them; while it is away or takes nothing, fails at once. */
  async send(deliveries: readonly Addressed[]): Promise<number> {
    const { name, addressing } = this.#config
    const publications = deliveries.flatMap((addressed) => publicationsOf(addressed, name, addressing))
    if (publications.length === 0) return 0
    const link = this.#connection.link
    if (link === null) throw new Error('RabbitMQ is not connected')
    if (link.blocked !== null) throw new Error(`RabbitMQ takes nothing: ${link.blocked}`)
    const confirmed = Promise.all(publications.map((publication) => publish(link.channel, name, publication)))
    try {
      await link.confirmed(confirmed, SILENCE_LIMIT_MS)
    } catch (error) {
      // What is late may pile up here; on a blocked link there is only this batch, since no other is begun.
      if (link.blocked === null) void link.close('it did not confirm')
      throw new Error('RabbitMQ did not confirm', { cause: error })
    }
    return publications.reduce((count, { keys }) => count + keys.length, 0)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection[Symbol.asyncDispose]()
  }
}

/** Made by whoever comes first, the same by all. It outlives the server, so that a writer who is back first finds it. */
export async function declareExchange(channel: ConfirmChannel, name: string): Promise<void> {
  await channel.assertExchange(name, 'topic', { durable: true })
}

/** `BCC` names further keys, and is taken off before the record goes into a queue. */
function publish(channel: ConfirmChannel, exchange: string, { keys, body }: Publication): Promise<void> {
  const [first = '', ...others] = keys
  return new Promise((confirmed, failed) => {
    channel.publish(exchange, first, Buffer.from(body), others.length > 0 ? { BCC: others } : {}, (error) =>
      error ? failed(error) : confirmed(),
    )
  })
}
