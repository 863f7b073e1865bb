import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { inTime, tooLate } from '#platform/in-time.ts'
import type { Log } from '#platform/log.ts'
import type { NodeAddress } from '../../registry/registry.ts'
import type { DeliveryListener, DeliveryReader } from '../bus.ts'
import type { RabbitmqBusConfig } from '../bus-config.ts'
import { readSlotRecord } from '../delivery-record.ts'
import { declareQueues, type NodeQueues } from './node-queues.ts'
import { RabbitmqConnection } from './rabbitmq-connection.ts'
import { declareExchange } from './rabbitmq-writer.ts'
import { nodeKey, QUEUE_KINDS, type QueueKind, sharedKeys } from './routing.ts'

/*
 * A node's two queues live and die with its connection. Whenever there is a new connection there are new queues, and
 * what was sent in between is gone: the node is told of a gap as soon as the new ones are bound, and reads history.
 *
 * Deliveries are not acknowledged. An acknowledgement would bring a lost record back on the next connection, but there the queue
 * is new; the server stops at 200 records that the socket does not take, and the queue's bound does the rest.
 *
 * Hearing is proved, not assumed: the node writes a probe to its address every PROBE_MS, for both queues, and a queue
 * that stays silent is a reason to connect anew.
 */

const PROBE_MS = 2_000
/** Five probes unheard, as on every bus: the server's own stumbles are shorter. */
const SILENCE_LIMIT_MS = 10_000
/** The first probe may have gone down with a connection; then the next is heard on the new one. */
const FIRST_PROBE_RETRY_MS = 500
/** Binding takes a millisecond. Later than this it is surer to begin anew. */
const BIND_LIMIT_MS = 3_000
/** A full queue drops many records in a row: the node reads history for all that were dropped in this time, not for each. */
const LOSSES_TOGETHER_MS = 250

export interface RabbitmqReaderOptions {
  /** Names the queues and the connection; must be new at every start. */
  readonly reader: string
  readonly log: Log
}

export class RabbitmqDeliveryReader implements DeliveryReader {
  readonly #config: RabbitmqBusConfig
  readonly #reader: string
  readonly #log: Log
  #connection: RabbitmqConnection | null = null
  #node = ''
  #listener: DeliveryListener = { delivery: () => {}, gap: () => {} }
  /** The queues of the present connection, once they can be bound. */
  #queues: NodeQueues | null = null
  #connects = 0
  /** Since when the server could have sent our probes back. */
  #probingSinceMs = performance.now()
  readonly #heardAtMs: Record<QueueKind, number> = { public: performance.now(), private: performance.now() }
  readonly #firstHeard = { public: Promise.withResolvers<void>(), private: Promise.withResolvers<void>() }
  #timer: NodeJS.Timeout | null = null
  #losses: NodeJS.Timeout | null = null

  constructor(config: RabbitmqBusConfig, { reader, log }: RabbitmqReaderOptions) {
    this.#config = config
    this.#reader = reader
    this.#log = log
  }

  /** Every node has an address of its own. */
  async slots(): Promise<number> {
    return 1
  }

  /** Of the queue that was silent for longer. */
  silentMs(): number {
    return Math.round(performance.now() - Math.min(...Object.values(this.#heardAtMs)))
  }

  async open({ node }: NodeAddress, listener: DeliveryListener): Promise<void> {
    this.#node = node
    this.#listener = listener
    this.#connection = await RabbitmqConnection.open({
      url: this.#config.url,
      client: this.#reader,
      log: this.#log,
      setUp: (channel) => this.#setUp(channel),
    })
    await this.#hearProbes()
    this.#timer = setInterval(() => this.#keepHearing(), PROBE_MS)
  }

  async rename(node: string): Promise<void> {
    const old = this.#node
    this.#node = node
    const queues = this.#queues
    // Without queues the next ones are bound to the new address, and tell of a gap.
    if (queues === null) return
    try {
      await inTime(this.#bind(queues, node), BIND_LIMIT_MS, tooLate('binding an address', BIND_LIMIT_MS))
    } catch (error) {
      this.#log.warn({ err: error, node }, 'the new address was not bound')
      this.#connection?.renew('the new address was not bound')
      return
    }
    const unbound = QUEUE_KINDS.map((kind) =>
      queues.channel.unbindQueue(queues[kind], this.#config.name, nodeKey(this.#config.name, old, kind)),
    )
    Promise.all(unbound).catch(() => {}) // it went with its queue
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    if (this.#losses) clearTimeout(this.#losses)
    await this.#connection?.[Symbol.asyncDispose]()
  }

  /** On every new connection. From its end on everything is heard; what came before it may be missing. */
  async #setUp(channel: ConfirmChannel): Promise<void> {
    const { name, addressing } = this.#config
    const again = this.#connects > 0
    this.#connects += 1
    this.#queues = null
    await declareExchange(channel, name)
    const queues = await declareQueues(channel, `${name}.${this.#reader}.${this.#connects}`)
    this.#queues = queues // from here on rename binds by itself
    channel.once('close', () => {
      if (this.#queues === queues) this.#queues = null
    })
    const consume = (queue: string, read: (message: ConsumeMessage) => void, noAck: boolean) => {
      const readOrLeave = (message: ConsumeMessage | null) =>
        message === null ? this.#connection?.renew(`somebody deleted ${queue}`) : read(message)
      return channel.consume(queue, readOrLeave, { noAck })
    }
    for (const kind of QUEUE_KINDS) {
      await consume(queues[kind], (message) => this.#read(kind, message), true)
      for (const key of sharedKeys(name, kind, addressing)) await channel.bindQueue(queues[kind], name, key)
    }
    await channel.prefetch(1) // of those that are acknowledged: one loss at a time
    await consume(queues.lost, (message) => this.#lose(channel, message), false)
    await this.#bind(queues, this.#node)
    this.#probingSinceMs = performance.now()
    if (again) this.#listener.gap()
  }

  async #bind(queues: NodeQueues, node: string): Promise<void> {
    const { name } = this.#config
    await Promise.all(
      QUEUE_KINDS.map((kind) => queues.channel.bindQueue(queues[kind], name, nodeKey(name, node, kind))),
    )
  }

  #read(kind: QueueKind, message: ConsumeMessage): void {
    this.#heardAtMs[kind] = performance.now()
    this.#firstHeard[kind].resolve()
    const record = readSlotRecord(message.content)
    if ('delivery' in record) this.#listener.delivery(record.delivery)
    else if ('unreadable' in record) this.#log.error({ queue: kind, reason: record.unreadable }, 'unreadable delivery')
  }

  /** A queue was full and dropped its oldest. Until this one is acknowledged, the server keeps one more at most. */
  #lose(channel: ConfirmChannel, message: ConsumeMessage): void {
    if (this.#losses) clearTimeout(this.#losses)
    this.#losses = setTimeout(() => {
      this.#log.warn({ node: this.#node }, 'a full queue dropped deliveries')
      this.#listener.gap()
      try {
        channel.ack(message)
      } catch {
        // the channel is closed, and its queues went with it
      }
    }, LOSSES_TOGETHER_MS)
  }

  /** Resolves when both queues were heard; throws when one is not for as long as silence is allowed. */
  async #hearProbes(): Promise<void> {
    const heard = Promise.all(QUEUE_KINDS.map((kind) => this.#firstHeard[kind].promise))
    const repeat = setInterval(() => this.#probe(), FIRST_PROBE_RETRY_MS)
    this.#probe()
    try {
      await inTime(heard, SILENCE_LIMIT_MS, tooLate(`a probe to ${this.#node}`, SILENCE_LIMIT_MS))
    } finally {
      clearInterval(repeat)
    }
  }

  #probe(): void {
    const { name } = this.#config
    const body = Buffer.from(JSON.stringify({ probe: this.#reader }))
    try {
      for (const kind of QUEUE_KINDS) {
        this.#connection?.link?.channel.publish(name, nodeKey(name, this.#node, kind), body)
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'a probe could not be written')
    }
  }

  #keepHearing(): void {
    const link = this.#connection?.link
    // A server that takes nothing takes no probe, and nobody's delivery either: there is nothing to miss.
    if (!link || link.blocked !== null) {
      this.#probingSinceMs = performance.now()
      return
    }
    const unheardMs = Math.min(this.silentMs(), performance.now() - this.#probingSinceMs)
    if (unheardMs > SILENCE_LIMIT_MS) {
      this.#log.error({ node: this.#node, silentMs: this.silentMs() }, 'the address is silent, connecting anew')
      this.#connection?.renew('the address is silent')
      return
    }
    this.#probe()
  }
}
