import { afterAll, beforeAll, expect, it } from 'vitest'
import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'
import { PublishedMessage } from '#contracts/delivery.ts'
import { Locale } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase, freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { createLog, type Log } from '#platform/log.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { asReseller } from '../as-reseller.ts'
import { applyConfigEvents } from '../config-sync/config-store.ts'
import { type Database, openDatabase } from '../database.ts'
import { startOutboxRelay } from './outbox-relay.ts'

const log = createLog('test', 'silent')
const resources = new AsyncDisposableStack()
let database: Database
let topic: string
let emitter: ReturnType<typeof createEmitter>
const heard: PublishedMessage[] = []
let wake = () => {}

beforeAll(async () => {
  const fresh = resources.use(await freshDatabase())
  database = resources.use(openDatabase(fresh.url))
  for (const resellerId of ['aurora', 'luna']) {
    const config = exampleConfig({ hosts: [`${resellerId}.example`] })
    const envelope = { id: `e-${resellerId}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
    await applyConfigEvents(database, [{ ...envelope, resellerId, sequence: 1, live: { version: 1, config } }])
  }
  topic = (await freshTopics('messages')).messages
  const kafka = createKafka(testServices.kafkaBrokers.split(','), 'test', log)
  emitter = createEmitter(resources.use(await openProducer(kafka)), topic)
  const consumer = kafka.consumer({ groupId: `test-${topic}` })
  await consumer.connect()
  resources.defer(() => consumer.disconnect())
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    async eachMessage({ message }) {
      heard.push(PublishedMessage.parse(JSON.parse(String(message.value))))
      wake()
    },
  })
})
afterAll(() => resources.disposeAsync())

const target = (resellerId: string, person: string) => `private.${resellerId}.customer-${person}-000000.inbox`
const write = (resellerId: string, person: string, messageIds: readonly string[], unread: unknown = 1) =>
  asReseller(database, resellerId, (transaction) =>
    transaction.outboxMessage.createMany({
      data: messageIds.map((messageId) => ({
        ...{ resellerId, messageId, stream: target(resellerId, person), event: 'inbox' },
        fields: { notificationId: messageId, kind: 'show.changed', title: 'T', unread: unread as number },
      })),
    }),
  )
async function until(person: string, count: number): Promise<PublishedMessage[]> {
  const mine = () => heard.filter((message) => message.target.includes(`-${person}-`))
  while (mine().length < count) await new Promise<void>((resolve) => (wake = resolve))
  return mine()
}
const left = (resellerId: string) =>
  asReseller(database, resellerId, (transaction) => transaction.outboxMessage.count())

it('publishes what was written, in order, by two relays at a time, once', async () => {
  const ids = Array.from({ length: 120 }, (_, i) => `message-${i}`)
  await write('aurora', 'order', ids)
  await write('luna', 'moon', ['luna-1'])
  await using first = startOutboxRelay(database, emitter, log)
  await using _second = startOutboxRelay(database, emitter, log)
  expect((await until('order', ids.length)).map(({ id }) => id)).toEqual(ids)
  expect((await until('moon', 1))[0]?.target).toBe(target('luna', 'moon'))
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
  await write('aurora', 'order', ['the-last'])
  first.ring()
  expect((await until('order', ids.length + 1)).map(({ id }) => id)).toEqual([...ids, 'the-last'])
})

it('keeps what Kafka did not take, and publishes it when it is back', async () => {
  let away = true
  const moody = {
    ...emitter,
    async batch(messages: Parameters<typeof emitter.batch>[0]) {
      if (away) throw new Error('no broker')
      await emitter.batch(messages)
    },
  }
  await write('aurora', 'patient', ['p-1', 'p-2'])
  await using _ = startOutboxRelay(database, moody, log)
  expect(await left('aurora')).toBe(2)
  away = false
  expect((await until('patient', 2)).map(({ id }) => id)).toEqual(['p-1', 'p-2'])
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
})

it('goes on with the other resellers while it fails for one, whoever of them comes first', async () => {
  const moody = {
    ...emitter,
    async batch(messages: Parameters<typeof emitter.batch>[0]) {
      if (JSON.stringify(messages).includes('one-of-aurora')) throw new Error('too large')
      await emitter.batch(messages)
    },
  }
  await write('aurora', 'starving', ['one-of-aurora'])
  await write('luna', 'starving', ['one-of-luna'])
  {
    await using _ = startOutboxRelay(database, moody, log)
    expect((await until('starving', 1)).map(({ id }) => id)).toEqual(['one-of-luna'])
    expect(await left('aurora')).toBe(1)
  }
  await using _ = startOutboxRelay(database, emitter, log)
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
})

it('publishes in halves what is more than a batch may have in bytes, in order', async () => {
  const text = '券'.repeat(ANNOUNCEMENT_LIMIT)
  const translations = Object.fromEntries(Locale.options.map((locale) => [locale, text]))
  const ids = Array.from({ length: 200 }, (_, i) => `long-${i}`)
  await asReseller(database, 'aurora', (transaction) =>
    transaction.outboxMessage.createMany({
      data: ids.map((messageId) => ({
        ...{ resellerId: 'aurora', messageId, stream: 'public.promotional.aurora', event: 'promotional' },
        fields: { announcementId: messageId, text, translations },
      })),
    }),
  )
  await write('aurora', 'behind', ['behind-1'])
  await using _ = startOutboxRelay(database, emitter, log)
  await until('behind', 1)
  const long = () => heard.flatMap(({ id }) => (id.startsWith('long-') ? [id] : []))
  await expect.poll(() => long().length, { timeout: 10_000 }).toBe(ids.length)
  expect(long()).toEqual(ids)
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
})

it('is not held up by a message that is too large by itself, and says so', async () => {
  const dropped: string[] = []
  const telling: Log = Object.assign(Object.create(log), {
    error: (told: { messageId: string }) => void dropped.push(told.messageId),
  })
  await write('aurora', 'large', ['before-it'])
  await asReseller(database, 'aurora', (transaction) =>
    transaction.outboxMessage.create({
      data: {
        ...{ resellerId: 'aurora', messageId: 'too-large', stream: target('aurora', 'large'), event: 'inbox' },
        fields: { notificationId: 'n', kind: 'show.changed', title: 'T', unread: 1, padding: 'x'.repeat(1_000_001) },
      },
    }),
  )
  await write('aurora', 'large', ['after-it'])
  await using _ = startOutboxRelay(database, emitter, telling)
  expect((await until('large', 2)).map(({ id }) => id)).toEqual(['before-it', 'after-it'])
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
  expect(dropped).toEqual(['too-large'])
})

it('is not held up by a message that the tier would refuse', async () => {
  await write('aurora', 'poison', ['bad-1'], 'many')
  await write('aurora', 'poison', ['good-1'])
  await using _ = startOutboxRelay(database, emitter, log)
  expect((await until('poison', 1)).map(({ id }) => id)).toEqual(['good-1'])
  await expect.poll(() => left('aurora'), { timeout: 10_000 }).toBe(0)
})
