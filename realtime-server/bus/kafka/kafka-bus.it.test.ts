import { randomUUID } from 'node:crypto'
import type { Consumer, Kafka, Producer } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMER_DATA_LIMIT } from '#contracts/delivery.ts'
import { freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { createLog } from '#platform/log.ts'
import { describeBus, message } from '../bus.suite.ts'
import type { Addressed, DeliveryListener } from '../bus.ts'
import { ADDRESSINGS, type Addressing } from '../bus-config.ts'
import { Hearing } from '../hearing.fixture.ts'
import { KafkaDeliveryReader } from './kafka-reader.ts'
import { KafkaDeliveryWriter } from './kafka-writer.ts'
import { partitionAssigner } from './partition-assigner.ts'

const log = createLog('test', 'silent')
const shared = new AsyncDisposableStack()
let kafka: Kafka
let producer: Producer
beforeAll(async () => {
  kafka = createKafka(testServices.kafkaBrokers.split(','), 'bus-test', log)
  producer = shared.use(await openProducer(kafka))
})
afterAll(() => shared.disposeAsync())

const newReader = (topic: string, addressing: Addressing = 'targeted') =>
  KafkaDeliveryReader.create(kafka, producer, { topic, addressing, reader: randomUUID(), log })

const newWriter = (topic: string, addressing: Addressing = 'targeted') =>
  KafkaDeliveryWriter.open(kafka, producer, { topic, addressing })

for (const addressing of ADDRESSINGS) {
  describeBus(`a bus in Kafka, ${addressing}`, addressing, async () => {
    const { deliveries: topic } = await freshTopics('deliveries')
    const resources = new AsyncDisposableStack()
    return {
      writer: resources.use(await newWriter(topic, addressing)),
      reader: async () => resources.use(await newReader(topic, addressing)),
      [Symbol.asyncDispose]: () => resources.disposeAsync(),
    }
  })
}

/** What one fetch of the dispatcher can bring, of one show that somebody looks at: more than a broker takes in a batch. */
const BACKLOG = 4_000

test.each(ADDRESSINGS)(
  'a backlog that is larger than a batch may be gets through, %s, in order',
  async (addressing) => {
    const { deliveries: topic } = await freshTopics('deliveries')
    await using reader = await newReader(topic, addressing)
    await using writer = await newWriter(topic, addressing)
    const hearing = new Hearing()
    await reader.open({ node: 'a', slot: 1 }, hearing)
    const backlog = Array.from({ length: BACKLOG }, (_, i) => ({ ...message(2 * i), data: sold(i) }))
    const recipients = addressing === 'broadcast' ? 'everyone' : [{ node: 'a', slot: 1 }]
    expect(await writer.send(backlog.map((one) => ({ message: one, recipients })))).toBe(BACKLOG)
    const heard = await hearing.deliveries(BACKLOG)
    expect(heard.map(({ id }) => id)).toEqual(backlog.map(({ id }) => id))
  },
)

test('the largest message that may still be written gets through, in the widest characters', async () => {
  const { deliveries: topic } = await freshTopics('deliveries')
  await using reader = await newReader(topic)
  await using writer = await newWriter(topic)
  const hearing = new Hearing()
  await reader.open({ node: 'a', slot: 1 }, hearing)
  const largest = { ...message(2), data: '券'.repeat(FORMER_DATA_LIMIT) }
  const nodes = Array.from({ length: 100 }, () => ({ node: randomUUID(), slot: 1 }))
  await writer.send([{ message: largest, recipients: nodes }])
  expect((await hearing.deliveries(1))[0]?.data).toBe(largest.data)
})

/** As large as a sale is. */
const sold = (n: number) => JSON.stringify({ n, text: 'x'.repeat(350) })

describe('the first record after a node has joined', () => {
  const JOINS = 15
  /** One is enough on an idle machine. On a busy one the record may take longer than the reader. */
  const ROUNDS = 8

  /** Joins, sends one record the moment the join is told, and reads what was heard when everything has come. */
  async function firstRecords(join: (topic: string, slot: number, hear: DeliveryListener) => Promise<unknown>) {
    const { deliveries: topic } = await freshTopics('deliveries')
    await using writer = await newWriter(topic)
    const joins = Array.from({ length: JOINS }, async (_, i) => {
      const slot = i % 4
      const hearing = new Hearing()
      await join(topic, slot, hearing)
      const recipients = [{ node: `node-${i}`, slot }]
      const first = message(i)
      await writer.send([{ message: first, recipients }])
      await sendUntilHeard(writer, { message: message(1_000 + i), recipients }, hearing)
      return hearing.heard.some(({ id }) => id === first.id)
    })
    return (await Promise.all(joins)).filter(Boolean).length
  }

  test(`is heard at each of ${JOINS} joins`, async () => {
    await using readers = new AsyncDisposableStack()
    const heard = await firstRecords(async (topic, slot, hearing) => {
      const reader = readers.use(await newReader(topic))
      await reader.open({ node: 'n', slot }, hearing)
    })
    expect(heard).toBe(JOINS)
  })

  test('is lost by a reader that takes the join itself for the proof that it hears', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await using readers = new AsyncDisposableStack()
      const heard = await firstRecords(async (topic, slot, hearing) => {
        const consumer = await joinWithoutProof(topic, slot, hearing)
        readers.defer(() => consumer.disconnect())
      })
      if (heard < JOINS) return
    }
    expect.fail(`nothing was lost in ${ROUNDS * JOINS} joins`)
  })
})

/** A later record, again and again: when it is heard, whatever came before it was heard or never will be. */
async function sendUntilHeard(writer: KafkaDeliveryWriter, last: Addressed, hearing: Hearing): Promise<void> {
  while (!hearing.heard.some(({ id }) => id === last.message.id)) {
    await writer.send([last])
    await new Promise((wake) => setTimeout(wake, 200))
  }
}

/** The reader without its seek and its probe. */
async function joinWithoutProof(topic: string, slot: number, listener: DeliveryListener): Promise<Consumer> {
  const consumer = kafka.consumer({
    groupId: `without-proof-${randomUUID()}`,
    partitionAssigners: [partitionAssigner(topic, [slot])],
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
  })
  const joined = new Promise<void>((done) => consumer.on(consumer.events.GROUP_JOIN, () => done()))
  await consumer.connect()
  await consumer.subscribe({ topics: [topic] })
  await consumer.run({
    eachMessage: async ({ message }) => listener.delivery(JSON.parse(message.value?.toString() ?? '')),
  })
  await joined
  return consumer
}
