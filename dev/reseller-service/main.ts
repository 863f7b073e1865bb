import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import { BrokersVariable, LogLevelVariable, PortVariable, readEnvironment } from '#platform/environment.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { createMetrics } from '#platform/ops.ts'
import { runProgram } from '#platform/program.ts'
import { openDatabase } from '../stand-in/database.ts'
import { startRelay } from '../stand-in/outbox-relay.ts'
import { createApp } from './app.ts'

const Environment = z.object({
  PORT: PortVariable.default(4200),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: LogLevelVariable,
  RESELLER_SERVICE_DATABASE_URL: z.url({ error: 'must be a PostgreSQL address' }),
  KAFKA_BROKERS: BrokersVariable,
})

await runProgram('reseller-service', async ({ log, resources }) => {
  const environment = readEnvironment(Environment)
  log.level = environment.LOG_LEVEL
  const { RESELLER_SERVICE_DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = environment
  const pool = resources.use(await openDatabase(databaseUrl, new URL('schema.sql', import.meta.url), log))
  const sender = resources.use(await openProducer(createKafka(brokers, 'reseller-service', log)))
  resources.use(startRelay({ pool, databaseUrl, sender, log }))

  const ops = {
    role: 'reseller-service',
    id: `reseller-service-${process.pid}`,
    metrics: createMetrics('reseller-service'),
    readiness: () => ({ ready: true }),
  }
  const app = createApp({ store: { pool, topic: TOPICS.resellerConfig.name }, sender, log, ops })
  resources.defer(() => app.close())
  const address = await app.listen({ port: environment.PORT, host: environment.HOST })
  log.info({ address }, 'ready')
})
