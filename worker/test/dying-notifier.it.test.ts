import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { expect, it } from 'vitest'
import { PublishedMessage } from '#contracts/delivery.ts'
import { TOPICS } from '#contracts/topics.ts'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild, startChild } from '#dev/services/child.ts'
import { freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { type NotifiedEvent, notifiedReaders, notify } from '../notifications/notify.ts'
import { customer, LINK_SECRET, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'
import { startOutboxRelay } from '../outbox/outbox-relay.ts'

const log = createLog('test', 'silent')
/** A killed member holds its partitions for a session of six seconds. */
const patience = { timeout: 60_000, interval: 50 }
const [ada, eve, grace] = [customer('ada'), customer('eve'), customer('grace')]

/** core, a worker's database, core's orders on a topic, and what is published. */
async function openWorld() {
  const resources = new AsyncDisposableStack()
  const world = resources.use(await openNotifyWorld())
  await world.core.store(sampleShow())
  const topics = await freshTopics({ name: 'orders', partitions: 1 }, { name: 'messages', partitions: 1 })
  const kafka = createKafka(testServices.kafkaBrokers.split(','), 'test', log)
  const producer = resources.use(await openProducer(kafka))
  const group = `notifier-${randomUUID().slice(0, 8)}`
  const published: PublishedMessage[] = []
  const listener = kafka.consumer({ groupId: `test-${topics.messages}`, maxWaitTimeInMs: 100 })
  await listener.connect()
  resources.defer(() => listener.disconnect())
  await listener.subscribe({ topic: topics.messages, fromBeginning: true })
  // Joins while the worker does.
  const listening = listener.run({
    eachMessage: async ({ message }) => void published.push(PublishedMessage.parse(JSON.parse(String(message.value)))),
  })
  resources.defer(() => listening)
  let told = 0
  return {
    /** Buys tickets for these at their resellers, of which core tells all at once. */
    async buy(...buyers: readonly (readonly [resellerId: string, customerRef: string])[]) {
      for (const [resellerId, customerRef] of buyers)
        await world.buy(resellerId, customerRef, `${customerRef}@example.com`)
      const said = (await world.core.outbox()).slice(told)
      told += said.length
      const messages = said
        .filter(({ topic }) => topic === TOPICS.coreOrders.name)
        .map(({ key, value }) => ({ key, value: JSON.stringify(value) }))
      await producer.send({ topic: topics.orders, messages })
    },
    /** A worker that dies of the first order that is confirmed, when it has told of it. @returns the signal it died of */
    async killed() {
      const child = startChild([process.execPath, 'worker/test/doomed-notifier.ts'], {
        env: {
          ...process.env,
          ...{ DATABASE_URL: world.databaseUrl, CORE_URL: world.coreUrl, KAFKA_BROKERS: testServices.kafkaBrokers },
          ...{ GROUP: group, ORDERS_TOPIC: topics.orders, MESSAGES_TOPIC: topics.messages },
          ORDER_LINK_SECRET: LINK_SECRET,
        },
      })
      try {
        const died = once(child, 'exit')
        await awaitOutput(child, /"msg":"notifying"/, 30_000)
        return (await died)[1]
      } finally {
        await endChild(child, 'SIGKILL', 1_000)
      }
    },
    /** The next worker, until it is disposed; `handed` are the buyers of the orders that it is handed. */
    async restart() {
      const reader = notifiedReaders[TOPICS.coreOrders.name]
      if (reader === undefined) throw new Error('the worker does not read orders')
      const relay = startOutboxRelay(world.database, createEmitter(producer, topics.messages), log)
      const handle = notify({ ...world.parts, producer })
      const handed: string[] = []
      const consumer = await startConsumer<NotifiedEvent>({
        ...{ kafka, producer, groupId: group, readers: { [topics.orders]: reader }, from: 'earliest', log },
        async handle(records) {
          await handle(records)
          handed.push(...records.flatMap(({ event }) => (event.type === 'order.updated' ? [event.customerRef] : [])))
          relay.ring()
        },
      })
      return {
        handed,
        async [Symbol.asyncDispose]() {
          await consumer[Symbol.asyncDispose]()
          await relay[Symbol.asyncDispose]()
        },
      }
    },
    /** Takes the guard out for one reseller: of its buyers the database no longer knows what they were told. */
    async unguard(resellerId: string) {
      const owner = new pg.Client(world.ownerUrl)
      await owner.connect()
      for (const table of ['notification', 'mail'])
        await owner.query(`
          DROP INDEX ${table}_reseller_id_dedupe_key_key;
          CREATE UNIQUE INDEX ON ${table} (reseller_id, dedupe_key) WHERE reseller_id <> '${resellerId}'`)
      await owner.end()
    },
    /** How often somebody was told, in each way. */
    async toldTimes(customerRef: string) {
      const of = async <T>(read: (resellerId: string) => Promise<T[]>) => [
        ...(await read('aurora')),
        ...(await read('luna')),
      ]
      const [notifications, mails] = [await of(world.notifications), await of(world.mails)]
      return {
        inbox: notifications.filter((row) => row.customerRef === customerRef).length,
        mails: mails.filter(({ recipient }) => recipient === `${customerRef}@example.com`).length,
        messages: published.filter(({ target }) => target.includes(customerRef)).length,
      }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

const ONCE = { inbox: 1, mails: 1, messages: 1 }
const TWICE = { inbox: 2, mails: 2, messages: 2 }

it('whoever was told by a worker that died before it committed is told once, and twice where nobody knows they were', async () => {
  await using world = await openWorld()
  await world.unguard('luna')
  await world.buy(['aurora', ada], ['luna', eve])
  expect(await world.killed()).toBe('SIGKILL')
  for (const told of [ada, eve]) await expect.poll(() => world.toldTimes(told), patience).toEqual(ONCE)

  await world.buy(['aurora', grace], ['luna', grace])
  await using restarted = await world.restart()
  await expect.poll(() => world.toldTimes(grace), patience).toEqual(TWICE) // once at each
  expect(restarted.handed).toEqual(expect.arrayContaining([ada, eve]))
  expect(await world.toldTimes(ada)).toEqual(ONCE)
  expect(await world.toldTimes(eve), 'without the guard').toEqual(TWICE)
})
