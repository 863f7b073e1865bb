import { randomUUID } from 'node:crypto'
import type { Admin, EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { ConsumerTurns, type Turn } from '#platform/consumer-turns.ts'
import type { Log } from '#platform/log.ts'
import type { NodeAddress } from '../../registry/registry.ts'
import type { DeliveryListener, DeliveryReader } from '../bus.ts'
import type { Addressing } from '../bus-config.ts'
import { readSlotRecord } from '../delivery-record.ts'
import { countPartitions } from './kafka-writer.ts'
import { partitionAssigner } from './partition-assigner.ts'

/*
 * A node reads one partition, its slot, in a consumer group of its own; in broadcast mode it reads all of them, and its
 * slot is only where it sends its probes.
 *
 * Joining a group says nothing about what will be read: the join is announced before the position is resolved, and the
 * first records after it would be lost. So the position is given: the high-water mark from before the join at first,
 * the next offset remembered at every later join. And hearing is proved, not assumed: the node writes a probe to its
 * slot and waits until it reads it back; it goes on doing so every PROBE_MS, and a slot that stays silent is opened anew.
 */

const PROBE_MS = 2_000
/** Five probes unheard. kafkajs can stop fetching while its process lives; the broker's own outages take longer to heal. */
const SILENCE_LIMIT_MS = 10_000
/** Somebody adds partitions rarely; writers use new ones within half a minute, too. */
const COUNT_MS = 30_000
/** An unanswered first probe is repeated: the broker may just be moving the partition. */
const FIRST_PROBE_RETRY_MS = 500

export interface KafkaReaderOptions {
  readonly topic: string
  readonly addressing: Addressing
  /** Names the consumer group; must be new at every start. */
  readonly reader: string
  readonly log: Log
}

export class KafkaDeliveryReader implements DeliveryReader {
  readonly #kafka: Kafka
  readonly #producer: Producer
  readonly #admin: Admin
  readonly #topic: string
  readonly #addressing: Addressing
  readonly #log: Log
  readonly #group: string
  readonly #turns = new ConsumerTurns((turn) => this.#connect(turn))
  #slot = -1
  /** The next offset of each partition that is read. */
  readonly #next = new Map<number, string>()
  #listener: DeliveryListener = { delivery: () => {}, gap: () => {} }
  #heardAtMs = performance.now()
  #openedAtMs = performance.now()
  #countedAtMs = performance.now()
  #probes = new Map<string, () => void>()
  #timer: NodeJS.Timeout | null = null

  private constructor(kafka: Kafka, producer: Producer, admin: Admin, options: KafkaReaderOptions) {
    this.#kafka = kafka
    this.#producer = producer
    this.#admin = admin
    this.#topic = options.topic
    this.#addressing = options.addressing
    this.#group = `rt-node-${options.reader}`
    this.#log = options.log
  }

  /** The producer is the caller's and must be connected. */
  static async create(kafka: Kafka, producer: Producer, options: KafkaReaderOptions): Promise<KafkaDeliveryReader> {
    const admin = kafka.admin()
    await admin.connect()
    return new KafkaDeliveryReader(kafka, producer, admin, options)
  }

  slots(): Promise<number> {
    return countPartitions(this.#admin, this.#topic)
  }

  silentMs(): number {
    return Math.round(performance.now() - this.#heardAtMs)
  }

  async open({ slot }: NodeAddress, listener: DeliveryListener): Promise<void> {
    this.#slot = slot
    this.#listener = listener
    await this.#turns.next()
    await this.#hearProbe()
    this.#timer = setInterval(() => void this.#keepHearing(), PROBE_MS)
  }

  /** Records name their nodes; where they are read does not change. */
  async rename(): Promise<void> {}

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#turns[Symbol.asyncDispose]()
    await this.#admin.deleteGroups([this.#group]).catch(() => {}) // it expires by itself where that is not allowed
    await this.#admin.disconnect()
  }

  async #connect(turn: Turn): Promise<void> {
    await this.#position(turn)
    const partitions = [...this.#next.keys()]
    const made = this.#kafka.consumer({
      groupId: this.#group,
      partitionAssigners: [partitionAssigner(this.#topic, partitions)],
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
      maxWaitTimeInMs: 100,
      allowAutoTopicCreation: false,
      retry: { retries: 30, restartOnFailure: async () => !turn.over },
    })
    const consumer = turn.take(made)
    consumer.on(consumer.events.GROUP_JOIN, () => {
      for (const [partition, offset] of this.#next) consumer.seek({ topic: this.#topic, partition, offset })
    })
    await consumer.connect()
    await consumer.subscribe({ topics: [this.#topic] })
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async (payload) => {
        if (!turn.over) this.#read(payload)
      },
    })
    this.#openedAtMs = performance.now()
  }

  /** Where to read on: the remembered next offsets if the log still has them, else its end; then something may be missing. */
  async #position(turn: Turn): Promise<void> {
    const offsets = await this.#admin.fetchTopicOffsets(this.#topic)
    if (turn.over) return // another consumer has read on meanwhile
    const read = offsets.filter(({ partition }) => this.#addressing === 'broadcast' || partition === this.#slot)
    if (!read.some(({ partition }) => partition === this.#slot)) {
      throw new Error(`${this.#topic} has no partition ${this.#slot}`)
    }
    const first = this.#next.size === 0
    for (const { partition, low, high } of read) {
      const next = this.#next.get(partition)
      if (next !== undefined && BigInt(next) >= BigInt(low) && BigInt(next) <= BigInt(high)) continue
      if (next !== undefined) this.#listener.gap()
      // One that was added since is read from its beginning: writers may have used it before we knew of it.
      this.#next.set(partition, next === undefined && !first ? low : high)
    }
  }

  #read({ batch, resolveOffset, isStale, isRunning }: EachBatchPayload): void {
    if (isStale() || !isRunning()) return
    for (const message of batch.messages) {
      // Where the log lost the offset asked for, reading goes on elsewhere, silently. A probe shows it within seconds.
      if (message.offset !== this.#next.get(batch.partition)) this.#listener.gap()
      const record = readSlotRecord(message.value)
      if ('delivery' in record) this.#listener.delivery(record.delivery)
      else if ('probe' in record) this.#probes.get(record.probe)?.()
      else this.#log.error({ offset: message.offset, reason: record.unreadable }, 'unreadable delivery')
      resolveOffset(message.offset)
      this.#next.set(batch.partition, (BigInt(message.offset) + 1n).toString())
    }
    if (batch.messages.length > 0 && batch.partition === this.#slot) this.#heardAtMs = performance.now()
  }

  /** Whether there are partitions that are not read but should be: where every node reads all of them. */
  async #hasGrown(): Promise<boolean> {
    if (this.#addressing !== 'broadcast' || performance.now() - this.#countedAtMs < COUNT_MS) return false
    this.#countedAtMs = performance.now()
    return (await this.slots().catch(() => 0)) > this.#next.size
  }

  /** Resolves when a probe came back; throws when none does for as long as silence is allowed. */
  async #hearProbe(): Promise<void> {
    const deadline = performance.now() + SILENCE_LIMIT_MS
    while (performance.now() < deadline) {
      if (await this.#probe(FIRST_PROBE_RETRY_MS)) return
    }
    throw new Error(`slot ${this.#slot} of ${this.#topic} stays silent`)
  }

  /** Writes a probe to the slot; true when it was read back in time. */
  async #probe(withinMs: number): Promise<boolean> {
    const probe = randomUUID()
    const heard = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => heard.resolve(false), withinMs)
    this.#probes.set(probe, () => heard.resolve(true))
    try {
      const messages = [{ partition: this.#slot, value: JSON.stringify({ probe }) }]
      await this.#producer.send({ topic: this.#topic, acks: 1, messages })
      return await heard.promise
    } finally {
      clearTimeout(timer)
      this.#probes.delete(probe)
    }
  }

  async #keepHearing(): Promise<void> {
    if (this.#turns.changing) return
    if (await this.#hasGrown()) {
      this.#log.info({ topic: this.#topic }, 'the topic has more partitions, opening it anew')
      await this.#turns.next().catch((error) => this.#log.error({ err: error }, 'it did not open; tried again'))
      return
    }
    if (this.silentMs() > SILENCE_LIMIT_MS && performance.now() - this.#openedAtMs > SILENCE_LIMIT_MS) {
      this.#openedAtMs = performance.now()
      this.#log.error({ slot: this.#slot, silentMs: this.silentMs() }, 'the slot is silent, opening it anew')
      await this.#turns.next().catch((error) => this.#log.error({ err: error }, 'the slot did not open; tried again'))
      return
    }
    await this.#probe(PROBE_MS).catch((error) => this.#log.warn({ err: error }, 'a probe could not be written'))
  }
}
