import { randomUUID } from 'node:crypto'
import { MAIL_CHANNEL } from '#contracts/mail.ts'
import { CONFIG_GROUP, NOTIFICATIONS_GROUP, TOPICS } from '#contracts/topics.ts'
import { gaugeConsumer, worstOf } from '#platform/consumer-metrics.ts'
import { deadLetterMetrics } from '#platform/dead-letter-metrics.ts'
import { readEnvironment } from '#platform/environment.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createMetrics, listenOps } from '#platform/ops.ts'
import { listenOnPostgres } from '#platform/postgres-listener.ts'
import { runProgram } from '#platform/program.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { startAnnouncing } from './announcements/announcements.ts'
import { databaseBrandSource } from './brand/brand-source.ts'
import { startBackfill } from './config-sync/backfill.ts'
import { configMetrics } from './config-sync/config-metrics.ts'
import { configReader, configSync } from './config-sync/config-sync.ts'
import { noteUnreadable } from './config-sync/note-unreadable.ts'
import { createCoreClient } from './core/client.ts'
import { openDatabase } from './database.ts'
import { WorkerEnvironment } from './environment.ts'
import { startForgetting } from './forgetting.ts'
import { mailMetrics } from './mail/mail-metrics.ts'
import { MAILS_AT_ONCE, startSendingMail } from './mail/send-mail.ts'
import { smtpServer } from './mail/smtp.ts'
import { notifiedReaders, notify } from './notifications/notify.ts'
import { startReminders } from './notifications/reminders.ts'
import { createOptOutLinks } from './opt-outs/opt-out-links.ts'
import { createOrderLinks } from './orders/order-links.ts'
import { OUTBOX_CHANNEL, startOutboxRelay } from './outbox/outbox-relay.ts'
import { startTellingParked } from './parked/parked-events.ts'
import { parkedMetrics } from './parked/parked-metrics.ts'
import { createResellerServiceClient } from './reseller-service/client.ts'
import { startNotingWorked } from './sales/note-worked.ts'
import { startTellingWaitlists } from './waitlist/waitlist.ts'

/** The broker answers a fetch at least every 100 ms, if only with nothing; silence this long means we hear nothing. */
const SILENT_MS = 10_000
/** Each waits for core and PostgreSQL most of the time; more would want more connections. */
const PARTITIONS_AT_ONCE = 3

await runProgram('worker', async ({ log, resources }) => {
  const environment = readEnvironment(WorkerEnvironment)
  log.level = environment.LOG_LEVEL
  const metrics = createMetrics('worker')
  const database = resources.use(openDatabase(environment.DATABASE_URL))
  const kafka = createKafka(environment.KAFKA_BROKERS, 'worker', log)
  const producer = resources.use(await openProducer(kafka))
  const resellerService = createResellerServiceClient(
    environment.RESELLER_SERVICE_URL,
    environment.RESELLER_SERVICE_KEYS,
  )
  const backfill = resources.use(startBackfill(database, resellerService, log))
  const count = configMetrics(metrics)
  const deadLettered = deadLetterMetrics(metrics)
  const consumer = resources.use(
    await startConsumer({
      kafka,
      producer,
      deadLettered,
      groupId: CONFIG_GROUP,
      readers: { [TOPICS.resellerConfig.name]: configReader },
      from: 'earliest',
      handle: configSync({
        database,
        producer,
        deadLettered,
        log,
        emitter: createEmitter(producer),
        applied(event, decision) {
          count(decision)
          if (decision.store.length > 0) void backfill.look()
          if (decision.publish) log.info({ resellerId: event.resellerId, ...decision.publish }, 'published')
        },
      }),
      unreadable: noteUnreadable(database),
      log,
    }),
  )
  resources.use(startForgetting(database, log))
  const brands = databaseBrandSource(database, environment.SITE_ADDRESS)
  const core = createCoreClient(environment.CORE_URL, environment.CORE_KEYS)
  const links = createOrderLinks(environment.ORDER_LINK_SECRET)
  const optOuts = createOptOutLinks(environment.ORDER_LINK_SECRET)
  const server = resources.use(smtpServer(environment.SMTP_URL, MAILS_AT_ONCE))
  const fromDomain = environment.MAIL_DOMAIN
  const mail = resources.use(
    startSendingMail({ database, brands, optOuts, server, fromDomain, counted: mailMetrics(metrics), log }),
  )
  const outbox = resources.use(startOutboxRelay(database, createEmitter(producer), log))
  resources.use(startAnnouncing(database, log))
  resources.use(startTellingWaitlists({ database, brands, core, optOuts, log }))
  resources.use(startReminders({ database, brands, core, links, optOuts, log }))
  resources.use(
    listenOnPostgres({
      connectionString: environment.DATABASE_URL,
      channels: [MAIL_CHANNEL, OUTBOX_CHANNEL],
      name: 'worker-listener',
      heard() {
        mail.ring()
        outbox.ring()
      },
      log,
    }),
  )
  const notifying = { database, brands, core, links, producer, deadLettered, log }
  resources.use(startTellingParked(notifying, parkedMetrics(metrics)))
  const notifications = resources.use(
    await startConsumer({
      kafka,
      producer,
      deadLettered,
      groupId: NOTIFICATIONS_GROUP,
      readers: notifiedReaders,
      from: 'earliest',
      concurrency: PARTITIONS_AT_ONCE,
      handle: notify(notifying),
      log,
    }),
  )
  for (const [groupId, { name: topic }] of [
    [CONFIG_GROUP, TOPICS.resellerConfig],
    [NOTIFICATIONS_GROUP, TOPICS.coreOrders],
  ] as const)
    resources.use(startNotingWorked({ kafka, database, groupId, topic }, log))
  gaugeConsumer(metrics, () => worstOf([consumer, notifications]))
  const id = randomUUID()
  const readiness = () => {
    const idleMs = Math.max(consumer.idleMs(), notifications.idleMs())
    return {
      ...{ ready: idleMs < SILENT_MS, configLag: consumer.lag(), configIdleMs: Math.round(consumer.idleMs()) },
      ...{ notificationLag: notifications.lag(), notificationBusyMs: Math.round(notifications.busyMs()) },
      ...{ mailIdleMs: Math.round(mail.idleMs()), outboxIdleMs: Math.round(outbox.idleMs()) },
    }
  }
  const ops = resources.use(
    await listenOps({ role: 'worker', id, metrics, readiness }, environment.OPS_PORT, environment.HOST),
  )
  log.info({ opsPort: ops.port }, 'ready')
})
