import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:net'
import { createMetrics } from '#platform/ops.ts'
import type { Program } from '#platform/program.ts'
import { openRedis } from '#platform/redis.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import type { RegistryView } from '../registry/registry.ts'
import { createBalancerMetrics } from './balancer-metrics.ts'
import { createBalancerServer } from './balancer-server.ts'
import { type BalancerConfig, readBalancerConfig } from './config.ts'
import { Roster } from './roster.ts'
import { Tunnels } from './tunnels.ts'

/** A balancer: brings each viewer to a node with room. Any number may run, they need not know of each other. */
export async function runBalancer(program: Program): Promise<void> {
  const config = readBalancerConfig()
  program.log.level = config.logLevel
  const redis = program.resources.use(await openRedis(config.redisUrl, program.log))
  await startBalancer(program, config, new RedisRegistry(redis))
}

/** Starts a balancer on a given registry. @returns the address it listens on */
export async function startBalancer(
  { log, resources }: Pick<Program, 'log' | 'resources'>,
  config: Omit<BalancerConfig, 'redisUrl'>,
  registry: Pick<RegistryView, 'nodes'>,
): Promise<{ url: string }> {
  const id = `balancer-${randomUUID().slice(0, 8)}`
  const roster = resources.use(await Roster.start(registry, log))
  const tunnels = new Tunnels(config.maxConnections)
  const metricsRegistry = createMetrics('balancer')
  const metrics = createBalancerMetrics(metricsRegistry, {
    connections: () => tunnels.size,
    bufferedBytes: () => tunnels.bufferedBytes,
    choices: () => roster.choices,
  })
  const readiness = () => ({
    ready: !tunnels.full && roster.state.usable > 0,
    connections: tunnels.size,
    ...roster.state,
  })
  const ops = { role: 'balancer', id, metrics: metricsRegistry, readiness }
  const door = createBalancerServer({ config, roster, tunnels, ops, metrics, log })
  const url = await listen(door.server, config)
  resources.defer(() => door.close(() => tunnels.drain(config.drainMs)))
  log.info({ id, url }, 'balancing')
  return { url }
}

async function listen(server: Server, { port, host }: Pick<BalancerConfig, 'port' | 'host'>): Promise<string> {
  server.listen({ port, host, backlog: 4_096 }) // a reconnect storm queues here; the kernel caps it at somaxconn
  await once(server, 'listening')
  const address = server.address()
  return `http://${host}:${typeof address === 'object' && address ? address.port : port}`
}
