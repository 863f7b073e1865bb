import { randomUUID } from 'node:crypto'
import type { Kafka } from 'kafkajs'
import { DeadLetter } from '#contracts/dead-letter.ts'
import { deadLetterTopic } from '#contracts/topics.ts'
import { createTopics } from '#dev/services/kafka-topics.ts'
import { testServices } from '#dev/test/services.ts'

/** The dead letters of a test's own topic. */
export class DeadLetterBox implements AsyncDisposable {
  readonly #letters: DeadLetter[] = []
  readonly #consumer
  #waiting: { count: number; done: () => void }[] = []

  private constructor(kafka: Kafka) {
    this.#consumer = kafka.consumer({ groupId: `dead-letters-${randomUUID()}`, maxWaitTimeInMs: 100 })
  }

  /** Makes the topic's dead-letter topic and reads it from its beginning. */
  static async open(kafka: Kafka, topic: string): Promise<DeadLetterBox> {
    const box = new DeadLetterBox(kafka)
    const dead = deadLetterTopic(topic)
    if (testServices.kafkaProvider === 'real') {
      await createTopics(testServices.kafkaBrokers, [{ name: dead, partitions: 1, retentionMs: 3_600_000 }])
    }
    await box.#consumer.connect()
    await box.#consumer.subscribe({ topic: dead, fromBeginning: true })
    await box.#consumer.run({ eachMessage: async ({ message }) => box.#add(message.value) })
    return box
  }

  /** All that came so far, as soon as there are so many. */
  async letters(count: number): Promise<readonly DeadLetter[]> {
    if (this.#letters.length < count) await new Promise<void>((done) => this.#waiting.push({ count, done }))
    return this.#letters
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#consumer.disconnect()
  }

  #add(value: Buffer | null): void {
    this.#letters.push(DeadLetter.parse(JSON.parse(value?.toString() ?? '')))
    for (const { count, done } of this.#waiting) if (this.#letters.length >= count) done()
  }
}
