import type { Admin, Kafka, Message, Producer } from 'kafkajs'
import { sendInParts, type TopicMessage } from '#platform/kafka-parts.ts'
import type { Addressed, DeliveryWriter } from '../bus.ts'
import type { Addressing } from '../bus-config.ts'
import { bySlot, type SlotDelivery } from '../by-slot.ts'

/** The topic's shape changes when somebody adds partitions, which is rare; new ones are used within this time. */
const SLOTS_FRESH_MS = 30_000

/** Deliveries through Kafka: the partition is the slot; in broadcast mode the stream's, and every node reads them all. */
export class KafkaDeliveryWriter implements DeliveryWriter {
  readonly #producer: Producer
  readonly #admin: Admin
  readonly #topic: string
  readonly #addressing: Addressing
  #slots: { count: number; atMs: number } | null = null

  private constructor(producer: Producer, admin: Admin, topic: string, addressing: Addressing) {
    this.#producer = producer
    this.#admin = admin
    this.#topic = topic
    this.#addressing = addressing
  }

  /** The producer is the caller's and must be connected. */
  static async open(
    kafka: Kafka,
    producer: Producer,
    { topic, addressing }: { topic: string; addressing: Addressing },
  ): Promise<KafkaDeliveryWriter> {
    const admin = kafka.admin()
    await admin.connect()
    return new KafkaDeliveryWriter(producer, admin, topic, addressing)
  }

  /**
   * Private messages wait for all replicas, public ones for the leader: a lost banner is repaired by the next version.
   * Sent in parts: what one fetch brings to a dispatcher is more than a slot takes at once.
   */
  async send(deliveries: readonly Addressed[]): Promise<number> {
    const isPrivate = ({ message }: Addressed) => !message.stream.startsWith('public.')
    const records = await Promise.all(
      [
        { acks: -1, deliveries: deliveries.filter(isPrivate) },
        { acks: 1, deliveries: deliveries.filter((addressed) => !isPrivate(addressed)) },
      ].map(async (group) => ({ acks: group.acks, messages: await this.#messages(group.deliveries) })),
    )
    for (const { acks, messages } of records) await sendInParts(this.#producer, acks, messages)
    return records.reduce((count, { messages }) => count + messages.length, 0)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#admin.disconnect()
  }

  async #messages(deliveries: readonly Addressed[]): Promise<TopicMessage[]> {
    const messages = await this.#addressed(deliveries)
    return messages.map((message) => ({ topic: this.#topic, ...message }))
  }

  async #addressed(deliveries: readonly Addressed[]): Promise<Message[]> {
    if (this.#addressing === 'broadcast') return deliveries.map(({ message }) => toEveryone(message))
    const slots = await this.#slotCount()
    return deliveries.flatMap((addressed) => bySlot(addressed, slots)).map(toSlot)
  }

  async #slotCount(): Promise<number> {
    if (this.#slots === null || performance.now() - this.#slots.atMs > SLOTS_FRESH_MS) {
      this.#slots = { count: await countPartitions(this.#admin, this.#topic), atMs: performance.now() }
    }
    return this.#slots.count
  }
}

/** kafkajs drops a message for a partition that does not exist without a word, so the count comes from the broker. */
export async function countPartitions(admin: Admin, topic: string): Promise<number> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
  const count = topics[0]?.partitions.length ?? 0
  if (count === 0) throw new Error(`Kafka has no topic ${topic}`)
  return count
}

const toSlot = ({ slot, delivery }: SlotDelivery): Message => ({ partition: slot, value: JSON.stringify(delivery) })

/** The key keeps a stream in one partition, and so in order. */
const toEveryone = (message: Addressed['message']): Message => ({
  key: message.stream,
  value: JSON.stringify({ ...message, nodes: '*' }),
})
