import { Redis } from 'ioredis'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { emptyDatabase, freshRedis, freshTopics, testServices } from './services.ts'

it('gives two tests two databases', async () => {
  await using one = await emptyDatabase()
  await using other = await emptyDatabase()
  await query(one.ownerUrl, 'CREATE TABLE mine ()')
  await expect(query(other.ownerUrl, 'SELECT FROM mine')).rejects.toThrow('does not exist')
})

it('gives two tests two logical Redis databases', async () => {
  await using one = await freshRedis()
  await using other = await freshRedis()
  await redis(one.url, (client) => client.set('key', 'mine'))
  expect(await redis(other.url, (client) => client.get('key'))).toBeNull()
})

it('gives topics that exist, with the partitions asked for where the broker makes topics', async () => {
  const topics = await freshTopics('tickets', { name: 'slots', partitions: 7 })
  const admin = new Kafka({ brokers: testServices.kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const metadata = await admin.fetchTopicMetadata({ topics: [topics.tickets, topics.slots] })
  await admin.disconnect()
  const partitions = Object.fromEntries(metadata.topics.map((topic) => [topic.name, topic.partitions.length]))
  const slots = testServices.kafkaProvider === 'real' ? 7 : 4
  expect(partitions).toEqual({ [topics.tickets]: 4, [topics.slots]: slots })
})

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function redis<Answer>(url: string, act: (client: Redis) => Promise<Answer>): Promise<Answer> {
  const client = new Redis(url)
  try {
    return await act(client)
  } finally {
    await client.quit()
  }
}
