import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { asReseller } from '../as-reseller.ts'
import { databaseBrandSource } from '../brand/brand-source.ts'
import { createCoreClient } from '../core/client.ts'
import { openDatabase } from '../database.ts'
import { type NotifiedEvent, notifiedReaders, notify } from '../notifications/notify.ts'
import { createOrderLinks } from '../orders/order-links.ts'
import { startOutboxRelay } from '../outbox/outbox-relay.ts'

/*
 * What the worker does with orders, as a process of its own, that dies between having told of the first that are
 * confirmed, their live messages published and forgotten here, and saying so to Kafka.
 */

const environment = z
  .object({
    DATABASE_URL: z.string(),
    CORE_URL: z.string(),
    KAFKA_BROKERS: z.string(),
    GROUP: z.string(),
    ORDERS_TOPIC: z.string(),
    MESSAGES_TOPIC: z.string(),
    ORDER_LINK_SECRET: z.string(),
  })
  .parse(process.env)

const log = createLog('doomed-notifier')
const database = openDatabase(environment.DATABASE_URL)
const kafka = createKafka(environment.KAFKA_BROKERS.split(','), 'doomed-notifier', log)
const producer = await openProducer(kafka)
const relay = startOutboxRelay(database, createEmitter(producer, environment.MESSAGES_TOPIC), log)
const handle = notify({
  database,
  brands: databaseBrandSource(database, 'https://{host}'),
  core: createCoreClient(environment.CORE_URL, { '*': 'demo-{reseller}' }),
  links: createOrderLinks(environment.ORDER_LINK_SECRET),
  producer,
  log,
})
const reader = notifiedReaders[TOPICS.coreOrders.name]
if (reader === undefined) throw new Error('the worker does not read orders')

await startConsumer<NotifiedEvent>({
  ...{ kafka, producer, groupId: environment.GROUP, readers: { [environment.ORDERS_TOPIC]: reader }, log },
  from: 'earliest',
  async handle(records) {
    await handle(records)
    const orders = records.map(({ event }) => event).filter((event) => event.type === 'order.updated')
    if (!orders.some(({ status }) => status === 'confirmed')) return
    relay.ring()
    for (const { resellerId } of orders) while ((await waiting(resellerId)) > 0) await sleep(20)
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => {}) // whatever is left of this moment, nothing is committed in it
  },
})
log.info('notifying')

/** Live messages that Kafka has not got yet. */
const waiting = (resellerId: string) =>
  asReseller(database, resellerId, (transaction) => transaction.outboxMessage.count())
