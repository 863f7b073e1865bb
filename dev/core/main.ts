import { readEnvironment } from '#platform/environment.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { createMetrics } from '#platform/ops.ts'
import { runProgram } from '#platform/program.ts'
import { openDatabase } from '../stand-in/database.ts'
import { startRelay } from '../stand-in/outbox-relay.ts'
import { createApp } from './app.ts'
import { createArtworkStore } from './artwork-store.ts'
import { createCore } from './core.ts'
import { CoreEnvironment } from './environment.ts'
import { startDueWork } from './sales/due-work.ts'
import { startCrowd } from './switches/crowd.ts'
import { createSwitchBoard, type Switches } from './switches/switch-board.ts'

await runProgram('core', async ({ log, resources }) => {
  const environment = readEnvironment(CoreEnvironment)
  log.level = environment.LOG_LEVEL
  const { CORE_DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = environment
  const pool = resources.use(await openDatabase(databaseUrl, new URL('schema.sql', import.meta.url), log))
  const sender = resources.use(await openProducer(createKafka(brokers, 'core', log)))
  resources.use(startRelay({ pool, databaseUrl, sender, log }))
  const origin = environment.CORE_ORIGIN ?? `http://127.0.0.1:${environment.PORT}`
  const core = createCore({ pool, log, origin, switches: createSwitchBoard(initialSwitches(environment)) })
  resources.use(startDueWork(core))
  resources.use(startCrowd(core))

  const ops = {
    role: 'core',
    id: `core-${process.pid}`,
    metrics: createMetrics('core'),
    readiness: () => ({ ready: true }),
  }
  const app = createApp(core, createArtworkStore(pool, environment.ARTWORK_DIR), ops)
  resources.defer(() => app.close())
  const address = await app.listen({ port: environment.PORT, host: environment.HOST })
  log.info({ address }, 'ready')
})

function initialSwitches(environment: ReturnType<typeof readEnvironment<typeof CoreEnvironment>>): Partial<Switches> {
  return {
    ...(environment.CROWD > 0 && { crowd: { ticketsPerSecond: environment.CROWD } }),
    ...(environment.HOLD_SECONDS && { holdSeconds: environment.HOLD_SECONDS }),
    ...(environment.PAYMENT_DELAY_MS !== undefined && { paymentDelayMs: environment.PAYMENT_DELAY_MS }),
  }
}
