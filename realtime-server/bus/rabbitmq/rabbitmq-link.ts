import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib'
import { inTime } from '#platform/in-time.ts'
import type { Log } from '#platform/log.ts'

/** A server on the same network answers in milliseconds; one that does not in this time is not there. */
const CONNECT_LIMIT_MS = 3_000
/** A dead peer is noticed after two to three of these. Less than 5 s makes a busy server look dead. */
const HEARTBEAT_SECONDS = 5
/** A goodbye needs an answer, and a dead server gives none. */
const GOODBYE_LIMIT_MS = 1_000

export interface LinkOptions {
  /** `amqp://user:password@host:port/vhost`. */
  readonly url: string
  /** What the server's operators see it called. */
  readonly client: string
  readonly log: Log
  /** Makes what is needed on the server. A link on which this fails is let go. */
  setUp(channel: ConfirmChannel): Promise<void>
}

/**
 * One connection with its one channel, from their beginning to the end of either. Emitters of amqplib throw an `error`
 * that nobody listens for, which ends the process: here somebody always does, and `ended` says it once.
 */
export class RabbitmqLink {
  readonly channel: ConfirmChannel
  /** Resolves with the reason when the connection or the channel is over. */
  readonly ended: Promise<string>
  readonly #model: ChannelModel
  readonly #end: (reason: string) => void
  #blocked: string | null = null
  /** When the server last confirmed anything. */
  #confirmedAtMs = 0

  private constructor(model: ChannelModel, channel: ConfirmChannel, log: Log) {
    this.#model = model
    this.channel = channel
    const { promise, resolve } = Promise.withResolvers<string>()
    this.ended = promise
    this.#end = resolve
    channel.on('ack', () => {
      this.#confirmedAtMs = performance.now()
    })
    channel.on('error', (error) => resolve(error.message))
    channel.on('close', () => resolve('the channel was closed'))
    model.setMaxListeners(0) // every send listens for `blocked`
    model.on('close', (error) => resolve(error?.message ?? 'the connection was closed'))
    model.on('blocked', (reason) => {
      this.#blocked = reason
      log.warn({ reason }, 'RabbitMQ takes nothing at the moment')
    })
    model.on('unblocked', () => {
      this.#blocked = null
      log.warn('RabbitMQ takes messages again')
    })
  }

  /** @throws when the server does not answer, refuses us, or `setUp` fails */
  static async open({ url, client, log, setUp }: LinkOptions): Promise<RabbitmqLink> {
    const model = await connect(withHeartbeat(url), {
      timeout: CONNECT_LIMIT_MS,
      noDelay: true,
      clientProperties: { connection_name: client },
    })
    model.on('error', (error) => log.warn({ err: error }, 'RabbitMQ connection'))
    try {
      const link = new RabbitmqLink(model, await model.createConfirmChannel(), log)
      await setUp(link.channel)
      return link
    } catch (error) {
      void model.close().catch(() => {})
      throw error
    }
  }

  /** Why the server takes nothing (it is short of memory or disk), or null. */
  get blocked(): string | null {
    return this.#blocked
  }

  /**
   * Waits until something is confirmed. Fails when the server confirms nothing at all for so long (a large batch behind
   * others may take longer), and at once when it says that it takes nothing.
   */
  async confirmed(confirmed: Promise<unknown>, silenceLimitMs: number): Promise<void> {
    const failed = Promise.withResolvers<never>()
    const refuse = (reason: string) => failed.reject(new Error(`RabbitMQ takes nothing: ${reason}`))
    this.#model.once('blocked', refuse)
    const sinceMs = performance.now()
    const check = () => {
      const leftMs = Math.max(sinceMs, this.#confirmedAtMs) + silenceLimitMs - performance.now()
      if (leftMs <= 0) failed.reject(new Error(`RabbitMQ confirmed nothing for ${silenceLimitMs} ms`))
      else limit = setTimeout(check, leftMs)
    }
    let limit = setTimeout(check, silenceLimitMs)
    try {
      await Promise.race([confirmed, failed.promise])
    } finally {
      clearTimeout(limit)
      this.#model.off('blocked', refuse)
    }
  }

  /** Ends it, politely where the server answers. */
  async close(reason = 'closed by us'): Promise<void> {
    this.#end(reason)
    // It may be closed already, or its server may never answer.
    await inTime(this.#model.close(), GOODBYE_LIMIT_MS, () => {}).catch(() => {})
  }
}

function withHeartbeat(url: string): string {
  const address = new URL(url)
  address.searchParams.set('heartbeat', `${HEARTBEAT_SECONDS}`)
  return address.href
}
