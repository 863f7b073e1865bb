import type { Admin, Kafka, Message, Producer } from 'kafkajs'
import type { Addressed, DeliveryWriter } from './bus.ts'

/** The topic's shape changes when somebody adds partitions, which is rare; new ones are used within this time. */
const SLOTS_FRESH_MS = 30_000

/** Deliveries through Kafka: the partition is the slot. */
export class KafkaDeliveryWriter implements DeliveryWriter {
  readonly #producer: Producer
  readonly #admin: Admin
  readonly #topic: string
  #slots: { count: number; atMs: number } | null = null

  private constructor(producer: Producer, admin: Admin, topic: string) {
    this.#producer = producer
    this.#admin = admin
    this.#topic = topic
  }

  /** The producer is the caller's and must be connected. */
  static async open(kafka: Kafka, producer: Producer, topic: string): Promise<KafkaDeliveryWriter> {
    const admin = kafka.admin()
    await admin.connect()
    return new KafkaDeliveryWriter(producer, admin, topic)
  }

  async slots(): Promise<number> {
    if (this.#slots === null || Date.now() - this.#slots.atMs > SLOTS_FRESH_MS) {
      this.#slots = { count: await countPartitions(this.#admin, this.#topic), atMs: Date.now() }
    }
    return this.#slots.count
  }

  /** Private messages wait for all replicas, public ones for the leader: a lost banner is repaired by the next version. */
  async send(deliveries: readonly Addressed[]): Promise<void> {
    const isPrivate = ({ delivery }: Addressed) => !delivery.stream.startsWith('public.')
    const groups = [
      { acks: -1, messages: deliveries.filter(isPrivate).map(toMessage) },
      { acks: 1, messages: deliveries.filter((addressed) => !isPrivate(addressed)).map(toMessage) },
    ]
    for (const { acks, messages } of groups) {
      if (messages.length > 0)
        await this.#producer.sendBatch({ acks, topicMessages: [{ topic: this.#topic, messages }] })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#admin.disconnect()
  }
}

/** kafkajs drops a message for a partition that does not exist without a word, so the count comes from the broker. */
export async function countPartitions(admin: Admin, topic: string): Promise<number> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
  const count = topics[0]?.partitions.length ?? 0
  if (count === 0) throw new Error(`Kafka has no topic ${topic}`)
  return count
}

const toMessage = ({ slot, delivery }: Addressed): Message => ({ partition: slot, value: JSON.stringify(delivery) })
