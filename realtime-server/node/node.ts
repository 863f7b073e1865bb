import { once } from 'node:events'
import type { Server } from 'node:http'
import { createMetrics } from '#platform/ops.ts'
import type { Program } from '#platform/program.ts'
import { openRedis } from '#platform/redis.ts'
import type { Audience } from '../audience/audience.ts'
import { RedisAudience } from '../audience/redis-audience.ts'
import type { DeliveryReader } from '../bus/bus.ts'
import { openReader } from '../bus/open-bus.ts'
import { GatheredReads } from '../history/gathered-reads.ts'
import type { History } from '../history/history.ts'
import { RedisHistory } from '../history/redis-history.ts'
import { Hub } from '../hub/hub.ts'
import { InterestTable } from '../hub/interest-table.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import type { NodeRegistry } from '../registry/registry.ts'
import { CHANGE_MS } from './change-streams.ts'
import { type NodeConfig, readNodeConfig } from './config.ts'
import { Connections } from './connections.ts'
import { DirectMessages } from './direct-messages.ts'
import { refusingEnded } from './ended-sessions.ts'
import { createIdentityReader } from './identity.ts'
import { newNodeId } from './incarnation.ts'
import { Membership } from './membership.ts'
import { createNodeMetrics, gaugeNode } from './node-metrics.ts'
import { createNodeServer } from './node-server.ts'
import { ShareReporter } from './share-reporter.ts'
import { slotListener } from './slot-listener.ts'
import { openFilesAllowed, socketRoom } from './socket-room.ts'

/** Interests without viewers are looked for this often. */
const SWEEP_MS = 5_000

/** A node: holds viewers' connections and hands them what its slot brings. */
export async function runNode(program: Program): Promise<void> {
  const { log, resources } = program
  const config = readNodeConfig()
  log.level = config.logLevel
  const id = newNodeId()
  const redis = resources.use(await openRedis(config.redisUrl, log))
  const reader = await openReader(config.bus, { id, log, resources })
  const audience = new RedisAudience(redis)
  const history = new GatheredReads(new RedisHistory(redis))
  const parts = { registry: new RedisRegistry(redis), history, audience, reader }
  await startNode(program, config, id, parts)
}

/**
 * Starts a node on given parts. The order matters: listen (so that the address is known), take a lease and a slot,
 * hear the slot, and only then tell the balancers.
 */
export async function startNode(
  { log, resources }: Pick<Program, 'log' | 'resources'>,
  config: Omit<NodeConfig, 'redisUrl' | 'bus'>,
  id: string,
  parts: { registry: NodeRegistry; history: History; audience: Pick<Audience, 'report'>; reader: DeliveryReader },
): Promise<{ url: string }> {
  const metricsRegistry = createMetrics('node')
  const metrics = createNodeMetrics(metricsRegistry)
  const { registry, history, audience, reader } = parts
  const hub = new Hub(history, log, (forget) => new InterestTable(id, registry, log, forget))
  let membership: Membership | null = null
  const member = () => {
    if (membership === null) throw new Error('the node has not entered yet')
    return membership
  }
  const { viewers: limit, sockets } = socketRoom(config.maxConnections, openFilesAllowed())
  if (limit < config.maxConnections) {
    log.info(
      { wanted: config.maxConnections, limit },
      'takes fewer viewers than it may: more would take the descriptors of others',
    )
  }
  const perPerson = config.maxPerPerson
  const connections = resources.use(new Connections({ hub, limit, perPerson, metrics, membership: member }))
  const ops = {
    role: 'node',
    get id() {
      return membership?.id ?? id
    },
    metrics: metricsRegistry,
    readiness: () => ({
      ready: membership?.fit ?? false,
      state: membership?.state ?? 'starting',
      connections: connections.size,
      registrySilentMs: membership && Math.round(membership.silentMs),
      slot: membership?.slot ?? null,
      slotSilentMs: reader.silentMs(),
    }),
  }
  gaugeNode(metricsRegistry, {
    limit: () => limit,
    streams: () => hub.interests.registered().length,
    registrySilentMs: () => membership?.silentMs ?? 0,
    busSilentMs: () => reader.silentMs(),
  })
  const verified = createIdentityReader(config.verificationKeys)
  const endSession = (sid: string) => {
    for (const connection of connections.all()) connection.sessionEnded(sid)
  }
  // Again when the changes are over that were asked for meanwhile: one may have given a connection this session.
  const endAfterAll = (sid: string) => {
    endSession(sid)
    setTimeout(endSession, CHANGE_MS, sid).unref()
  }
  const readIdentity = refusingEnded(verified, history, () => member().confirmed.epoch, endAfterAll)
  const { server, door } = createNodeServer({ connections, sockets, readIdentity, ops, metrics, log })
  const url = await listen(server, config)
  resources.defer(() => closeServer(server, door))

  membership = resources.use(
    await Membership.enter({ registry, hub, log, url, connections: () => connections.size, reader }, id),
  )
  resources.use(new ShareReporter({ shares: hub.shares, audience, membership: member, log }))
  await reader.open(
    { node: membership.id, slot: membership.slot },
    slotListener(hub, new DirectMessages(connections), member, metrics),
  )
  await membership.announce('ready')
  const sweeper = setInterval(() => void hub.interests.sweep(), SWEEP_MS)
  resources.defer(() => clearInterval(sweeper))
  resources.defer(() => drain(member(), connections, config.drainMs))
  log.info({ id, slot: membership.slot, url }, 'holding viewers')
  return { url }
}

/** Out of the balancers first, then viewers leave one by one. Whoever comes before the balancers know goes to the next node. */
async function drain(membership: Membership, connections: Connections, drainMs: number): Promise<void> {
  connections.closeDoor()
  await membership.announce('draining')
  await connections.drain(connections.size === 0 ? 0 : drainMs)
}

async function listen(server: Server, config: Pick<NodeConfig, 'port' | 'host' | 'url'>): Promise<string> {
  // A reconnect storm queues here; the kernel caps it at somaxconn.
  server.listen({ port: config.port, host: config.host, backlog: 4_096 })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  return config.url ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
}

async function closeServer(server: Server, door: Disposable): Promise<void> {
  door[Symbol.dispose]()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}
