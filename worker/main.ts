import { randomUUID } from 'node:crypto'
import { TOPICS } from '#contracts/topics.ts'
import { gaugeConsumer } from '#platform/consumer-metrics.ts'
import { readEnvironment } from '#platform/environment.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createMetrics, listenOps } from '#platform/ops.ts'
import { runProgram } from '#platform/program.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { startBackfill } from './config-sync/backfill.ts'
import { configMetrics } from './config-sync/config-metrics.ts'
import { configReader, configSync } from './config-sync/config-sync.ts'
import { openDatabase } from './database.ts'
import { WorkerEnvironment } from './environment.ts'
import { startForgetting } from './old-holds.ts'
import { createResellerServiceClient } from './reseller-service/client.ts'

/** The broker answers a fetch at least every 50 ms, if only with nothing; silence this long means we hear nothing. */
const SILENT_MS = 10_000

await runProgram('worker', async ({ log, resources }) => {
  const environment = readEnvironment(WorkerEnvironment)
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
  const consumer = resources.use(
    await startConsumer({
      kafka,
      producer,
      groupId: 'config-sync',
      readers: { [TOPICS.resellerConfig.name]: configReader },
      from: 'earliest',
      handle: configSync({
        database,
        producer,
        log,
        emitter: createEmitter(producer),
        applied(event, decision) {
          count(decision)
          if (decision.store.length > 0) void backfill.look()
          if (decision.publish) log.info({ resellerId: event.resellerId, ...decision.publish }, 'published')
        },
      }),
      log,
    }),
  )
  resources.use(startForgetting(database, log))
  gaugeConsumer(metrics, () => consumer)
  const id = randomUUID()
  const readiness = () => {
    const idleMs = consumer.idleMs()
    return { ready: idleMs < SILENT_MS, configLag: consumer.lag(), configIdleMs: Math.round(idleMs) }
  }
  const ops = resources.use(
    await listenOps({ role: 'worker', id, metrics, readiness }, environment.OPS_PORT, environment.HOST),
  )
  log.info({ opsPort: ops.port }, 'ready')
})
