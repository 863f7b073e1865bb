import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createMetrics } from '#platform/ops.ts'
import type { Program } from '#platform/program.ts'
import { openRedis } from '#platform/redis.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { readConsoleConfig } from './config.ts'
import { createConsoleServer } from './console-server.ts'
import { Watch } from './watch.ts'

/** The console: a page that shows the tier as it moves, for people who have the token. It changes nothing. */
export async function runConsole({ log, resources }: Program): Promise<void> {
  const config = readConsoleConfig()
  log.level = config.logLevel
  const id = `console-${randomUUID().slice(0, 8)}`
  const redis = resources.use(await openRedis(config.redisUrl, log))
  const { balancers, dispatchers, token } = config
  const watch = resources.use(new Watch({ registry: new RedisRegistry(redis), balancers, dispatchers, log }))
  const readiness = () => ({ ready: watch.registryAnswers })
  const server = createConsoleServer({
    ...{ token, watch, log },
    ops: { role: 'console', id, metrics: createMetrics('console'), readiness },
  })
  server.listen(config.port, config.host)
  await once(server, 'listening')
  resources.defer(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  log.info({ id, url: `http://${config.host}:${port}` }, 'showing')
}
