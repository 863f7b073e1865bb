import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { openDatabase } from '../database.ts'
import { createNotes } from './note-worked.ts'

const log = createLog('test', 'silent')
const Sale = z.object({ type: z.literal('sale') })

it('a topic is noted as worked up to when its last record came, and no further until somebody has worked that', async () => {
  const kafka = createKafka(testServices.kafkaBrokers.split(','), 'test', log)
  await using fresh = await freshDatabase()
  await using database = openDatabase(fresh.url)
  await using producer = await openProducer(kafka)
  const { orders: topic } = await freshTopics('orders')
  const groupId = randomUUID()
  await using stack = new AsyncDisposableStack()
  const admin = kafka.admin()
  await admin.connect()
  stack.defer(() => admin.disconnect())
  const note = createNotes({ database, groupId, topic }, admin)
  const workedTo = async () => {
    // A broker that has just met a topic or a group may refuse: the worker's next round asks again, and so does this.
    await expect.poll(note, { timeout: 10_000 }).toBeUndefined()
    const row = await database.workedTopic.findUnique({ where: { groupId_topic: { groupId, topic } } })
    return row?.workedTo.getTime() ?? null
  }
  const send = () => producer.send({ topic, messages: [{ key: 'one', value: '{"type":"sale"}' }] })

  const empty = await workedTo()
  expect(empty).not.toBeNull()
  await send()
  expect([await workedTo(), await workedTo()]).toEqual([empty, empty])

  const gate = Promise.withResolvers<void>()
  const atHand = Promise.withResolvers<void>()
  await using _consumer = await startConsumer({
    ...{ kafka, producer, groupId, readers: { [topic]: { types: ['sale'], schema: Sale } }, from: 'earliest', log },
    async handle() {
      atHand.resolve()
      await gate.promise
    },
  })
  await atHand.promise
  expect(await workedTo()).toBe(empty) // read is not worked
  gate.resolve()
  await expect.poll(workedTo, { timeout: 10_000 }).toBeGreaterThan(empty ?? 0)
})

it('a worker that begins while another is further leaves what that one noted', async () => {
  await using fresh = await freshDatabase()
  await using database = openDatabase(fresh.url)
  const where = { groupId: 'g', topic: 't' }
  const [before, later] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)]
  const unused = [{ partition: 0, offset: '0', high: '0', low: '0' }]
  const none = { fetchTopicOffsets: async () => unused, fetchOffsets: async () => [] }
  const read = () => database.workedTopic.findUniqueOrThrow({ where: { groupId_topic: where } })
  await database.workedTopic.create({ data: { ...where, workedTo: before } })
  await createNotes({ database, ...where }, none)()
  expect((await read()).workedTo.getTime()).toBeGreaterThan(before.getTime())
  await database.workedTopic.update({ where: { groupId_topic: where }, data: { workedTo: later } })
  await createNotes({ database, ...where }, none)()
  expect((await read()).workedTo).toEqual(later)
})

it('a topic that the broker does not know is not worked', async () => {
  await using fresh = await freshDatabase()
  await using database = openDatabase(fresh.url)
  const note = createNotes(
    { database, groupId: 'g', topic: 't' },
    { fetchTopicOffsets: async () => [], fetchOffsets: async () => [] },
  )
  await expect(note()).rejects.toThrow('no partitions')
  expect(await database.workedTopic.findMany()).toEqual([])
})
