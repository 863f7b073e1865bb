import { randomUUID } from 'node:crypto'
import type { Kafka, TopicMessages } from 'kafkajs'
import { describe, expect, test, vi } from 'vitest'
import { emptyDatabase, freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { createLog } from '#platform/log.ts'
import { inTransaction, openDatabase } from './database.ts'
import { addToOutbox } from './outbox.ts'
import { type Sender, startRelay } from './outbox-relay.ts'

const log = createLog('relay-in-test', 'error')
const schemaFile = new URL('../core/schema.sql', import.meta.url)

async function openOutbox() {
  const database = await emptyDatabase()
  const pool = await openDatabase(database.ownerUrl, schemaFile, log)
  return {
    pool,
    databaseUrl: database.ownerUrl,
    say: (value: unknown, key = 'a') =>
      inTransaction(pool, (client) => addToOutbox(client, [{ topic: 'said', key, value }])),
    left: async () => (await pool.query('SELECT count(*)::int AS count FROM outbox')).rows[0].count as number,
    async [Symbol.asyncDispose]() {
      await pool.end()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** Keeps what it is given instead of a broker, and fails as often as told. */
function rememberingSender(failures = 0) {
  const values: unknown[] = []
  const sender: Sender = {
    async sendBatch({ topicMessages = [] }) {
      if (failures-- > 0) throw new Error('no broker')
      values.push(...topicMessages.flatMap(valuesOf))
      return []
    },
  }
  return { sender, values }
}
const valuesOf = ({ messages }: TopicMessages) => messages.map(({ value }) => JSON.parse(`${value}`))

describe('the relay', () => {
  test('brings records in the order they were written, and leaves none', async () => {
    await using outbox = await openOutbox()
    const { sender, values } = rememberingSender()
    await using _relay = startRelay({ ...outbox, sender, log })
    for (let n = 0; n < 20; n++) await outbox.say({ n })
    await expect.poll(() => outbox.left()).toBe(0)
    expect(values).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })))
  })

  test('says nothing of a transaction that was rolled back', async () => {
    await using outbox = await openOutbox()
    const { sender, values } = rememberingSender()
    await using _relay = startRelay({ ...outbox, sender, log })
    const failing = inTransaction(outbox.pool, async (client) => {
      await addToOutbox(client, [{ topic: 'said', key: 'a', value: 0 }])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await outbox.say(2)
    await expect.poll(() => values).toEqual([2])
  })

  test('keeps what it could not send, and sends it when the broker is back', async () => {
    await using outbox = await openOutbox()
    const { sender, values } = rememberingSender(2)
    await outbox.say(1)
    await outbox.say(2)
    await using _relay = startRelay({ ...outbox, sender, log })
    await expect.poll(() => values).toEqual([1, 2])
  })

  test('goes on after its connection was cut', async () => {
    await using outbox = await openOutbox()
    const { sender, values } = rememberingSender()
    await using _relay = startRelay({ ...outbox, sender, log })
    await outbox.say(1)
    await expect.poll(() => values).toEqual([1])
    // Only one's own: a vacuum that happens to be in this database is the superuser's, and refuses.
    await outbox.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
    )
    await vi.waitFor(() => outbox.say(2), { timeout: 15_000 })
    await expect.poll(() => values).toEqual([1, 2])
  })

  test('is one at a time: a second one waits for the first to leave', async () => {
    await using outbox = await openOutbox()
    const [first, second] = [rememberingSender(), rememberingSender()]
    {
      await using _relay = startRelay({ ...outbox, sender: first.sender, log })
      await outbox.say(1)
      await expect.poll(() => first.values).toEqual([1])
      await using _other = startRelay({ ...outbox, sender: second.sender, log })
      await outbox.say(2)
      await expect.poll(() => first.values).toEqual([1, 2])
    }
    expect(second.values).toEqual([])
    await outbox.say(3)
    await using _next = startRelay({ ...outbox, sender: second.sender, log })
    await expect.poll(() => second.values).toEqual([3])
  })
})

test('a round that is larger than a batch may be is brought all the same, in order', async () => {
  await using outbox = await openOutbox()
  const { said } = await freshTopics('said')
  const kafka = createKafka(testServices.kafkaBrokers.split(','), `test-${randomUUID()}`, log)
  await using sender = await openProducer(kafka)
  const records = Array.from({ length: 200 }, (_, n) => ({ topic: said, key: 'reseller', value: { n, text } }))
  await inTransaction(outbox.pool, (client) => addToOutbox(client, records))
  await using reading = await readingOf(kafka, said)
  await using _relay = startRelay({ ...outbox, sender, log })
  await expect.poll(() => reading.heard, { timeout: 20_000 }).toHaveLength(200)
  expect(reading.heard.map(({ value }) => JSON.parse(value).n)).toEqual(records.map(({ value }) => value.n))
  await expect.poll(() => outbox.left()).toBe(0)
})

/** As large as a reseller's configuration is. */
const text = 'x'.repeat(12_000)

test('a record is on the real topic, under its key, soon after its transaction', async () => {
  await using outbox = await openOutbox()
  const { said } = await freshTopics('said')
  const kafka = createKafka(testServices.kafkaBrokers.split(','), `test-${randomUUID()}`, log)
  await using sender = await openProducer(kafka)
  await using _relay = startRelay({ ...outbox, sender, log })
  await using reading = await readingOf(kafka, said)
  await inTransaction(outbox.pool, (client) =>
    addToOutbox(
      client,
      [1, 2, 3].map((n) => ({ topic: said, key: 'show', value: { n } })),
    ),
  )
  await expect.poll(() => reading.heard, { timeout: 20_000 }).toHaveLength(3)
  expect(reading.heard).toEqual([1, 2, 3].map((n) => ({ key: 'show', value: JSON.stringify({ n }) })))
})

/** What is on a topic, from its beginning. */
async function readingOf(kafka: Kafka, topic: string) {
  const consumer = kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 50 })
  const heard: { key: string; value: string }[] = []
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => void heard.push({ key: `${message.key}`, value: `${message.value}` }),
  })
  return { heard, [Symbol.asyncDispose]: () => consumer.disconnect() }
}
