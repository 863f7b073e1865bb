import { randomUUID } from 'node:crypto'
import type { Admin, Kafka, Producer } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createTopics } from '#dev/services/kafka-topics.ts'
import { freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from './kafka.ts'
import { startConsumer } from './kafka-consumer.ts'
import { createLog } from './log.ts'

/*
 * Kafka may lose what a group has not read yet: a retention that is shorter than an outage, a topic that somebody deletes, a
 * cluster that is made anew. What is lost is lost; what must not be is what comes after it. kafkajs reads on from the
 * beginning of what is there, and these tests hold it to that.
 */

const Numbered = z.object({ type: z.literal('number'), n: z.int() })
/** What a program's log says, each line. */
const lines: string[] = []
const log = createLog('test', 'warn', { write: (line) => void lines.push(line) })
const shared = new AsyncDisposableStack()
let kafka: Kafka
let producer: Producer
let admin: Admin
beforeAll(async () => {
  kafka = createKafka(testServices.kafkaBrokers.split(','), 'lost-log-test', log)
  producer = shared.use(await openProducer(kafka))
  admin = kafka.admin()
  await admin.connect()
  shared.defer(() => admin.disconnect())
})
afterAll(() => shared.disposeAsync())

const patience = { timeout: 30_000 }
/** Takes away what stands before an offset; kafkajs asks only for topics that it has met. */
async function lose(topic: string, offset: string): Promise<void> {
  await admin.fetchTopicOffsets(topic)
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset }] })
}
const write = (topic: string, ...numbers: number[]) =>
  producer.send({ topic, messages: numbers.map((n) => ({ key: 'k', value: JSON.stringify({ type: 'number', n }) })) })

async function openTopic() {
  const { events: topic } = await freshTopics({ name: 'events', partitions: 1 })
  const groupId = `group-${randomUUID()}`
  const handled: number[] = []
  return {
    topic,
    handled,
    consume: (from: 'earliest' | 'latest' = 'earliest') =>
      startConsumer<z.infer<typeof Numbered>>({
        ...{ kafka, producer, groupId, from, log },
        readers: { [topic]: { types: ['number'], schema: Numbered } },
        handle: async (records) => void handled.push(...records.map(({ event }) => event.n)),
      }),
    async committed() {
      const [read] = await admin.fetchOffsets({ groupId, topics: [topic] })
      return Number(read?.partitions[0]?.offset)
    },
    said: () => lines.filter((line) => line.includes('Offset out of range') && line.includes(topic)),
  }
}

/** The stand-in forgets nothing; `npm test` says which of the two it ran with. */
describe.runIf(testServices.kafkaProvider === 'real')('a group whose next records are lost', () => {
  it('goes on with the first that is there, and says so', async () => {
    const { topic, handled, consume, committed, said } = await openTopic()
    await write(topic, 1, 2, 3)
    {
      await using _ = await consume()
      await expect.poll(committed, patience).toBe(3)
    }
    await write(topic, 4, 5, 6, 7)
    await lose(topic, '5')
    expect(said()).toEqual([])
    await using consumer = await consume()
    await expect.poll(() => handled, patience).toEqual([1, 2, 3, 6, 7])
    await expect.poll(committed, patience).toBe(7)
    expect(said()).toHaveLength(1)
    await write(topic, 8)
    await expect.poll(() => handled, patience).toEqual([1, 2, 3, 6, 7, 8])
    await expect.poll(() => consumer.lag(), patience).toBe(0)
  })

  it('waits where nothing is left for what comes next', async () => {
    const { topic, handled, consume, committed } = await openTopic()
    await write(topic, 1)
    {
      await using _ = await consume()
      await expect.poll(committed, patience).toBe(1)
    }
    await write(topic, 2, 3)
    await lose(topic, '-1') // all of it
    await using _ = await consume()
    await write(topic, 4)
    await expect.poll(() => handled, patience).toEqual([1, 4])
  })

  it('reads a topic from its beginning that was made anew while it ran', async () => {
    const { topic, handled, consume, committed } = await openTopic()
    await write(topic, 1, 2, 3)
    await using _ = await consume()
    await expect.poll(committed, patience).toBe(3)
    await admin.deleteTopics({ topics: [topic] })
    await expect.poll(() => admin.listTopics(), patience).not.toContain(topic)
    await createTopics(testServices.kafkaBrokers, [{ name: topic, partitions: 1, retentionMs: 3_600_000 }])
    await write(topic, 4)
    await expect.poll(() => handled, patience).toEqual([1, 2, 3, 4])
    await write(topic, 5)
    await expect.poll(() => handled, patience).toEqual([1, 2, 3, 4, 5])
  })
})
