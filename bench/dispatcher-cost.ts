import { randomUUID } from 'node:crypto'
import startServices from '#dev/test/global-services.ts'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import { openWriter } from '#realtime/bus/open-bus.ts'
import { dispatch } from '#realtime/dispatcher/dispatcher.ts'
import type { Outgoing } from '#realtime/dispatcher/outgoing.ts'
import { RedisHistory } from '#realtime/history/redis-history.ts'
import { RedisRegistry } from '#realtime/registry/redis-registry.ts'
import { ageEpoch } from '#realtime/test/aged-epoch.ts'
import { quantile } from './quantiles.ts'
import type { Measured, Table } from './report/result.ts'

/** As where topics can be created. */
const SLOTS = 64
const NODES = [1, 10, 100, 1_000]
const SHOWS = [1, 100, 10_000]
/** One after the other, since a show's messages are; medians of so many are steady. */
const MESSAGES = 200
/** How many of all nodes hold viewers of the show that sells. */
const HOLDING = 3
const log = createLog('bench', 'silent')

/**
 * What one sale costs the dispatcher, by how many nodes hold viewers of its show, and by how many nodes and shows there
 * are besides. Redis and Kafka are real, the nodes are entries in the registry. Viewers are nowhere in it: a node with
 * one and a node with ten thousand are the same entry.
 */
export async function dispatcherCost(): Promise<Measured> {
  const stopServices = await startServices()
  const rows: Table = {}
  for (const nodes of NODES) {
    rows[`${nodes} nodes, all hold viewers of the show`] = await measure({ nodes, holding: nodes, shows: 1 })
  }
  for (const shows of SHOWS) {
    const title = `100 nodes with ${shows} shows each, ${HOLDING} hold viewers of this one`
    rows[title] = await measure({ nodes: 100, holding: HOLDING, shows })
  }
  await stopServices?.()
  return {
    how: `Real Redis and Kafka, nodes that are entries in the registry, ${SLOTS} slots; ${MESSAGES} messages, one after the other.`,
    stoppedBy: 'nothing: a dispatcher waits for Redis and Kafka more than it computes',
    tables: { main: rows },
  }
}

async function measure(size: { nodes: number; holding: number; shows: number }): Promise<Table[string]> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { freshRedis, freshTopics, testServices } = await import('#dev/test/services.ts')
  await using resources = new AsyncDisposableStack()
  const { url } = resources.use(await freshRedis())
  await ageEpoch(url)
  const redis = resources.use(await openRedis(url, log, 10_000))
  const { deliveries } = await freshTopics({ name: 'deliveries', partitions: SLOTS })
  const brokers = testServices.kafkaBrokers.split(',')
  const writer = await openWriter(
    { kind: 'kafka', addressing: 'targeted', brokers, topic: deliveries },
    { id: 'bench', log, resources },
  )
  const registry = new RedisRegistry(redis)
  const keepAlive = setInterval(() => void beatAll(registry, size.nodes), 2_000) // those that are not there yet stay unknown
  await fill(registry, size)
  const deps = { history: new RedisHistory(redis), registry, writer }
  await dispatch(deps, [sale()]) // learns the topic's shape
  const before = process.cpuUsage()
  const durations: number[] = []
  let records = 0
  for (let n = 0; n < MESSAGES; n += 1) {
    const began = performance.now()
    records += (await dispatch(deps, [sale()])).records
    durations.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  clearInterval(keepAlive)
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    'records per sale': records / MESSAGES,
    'ms p50': round(quantile(durations, 0.5)),
    'ms p99': round(quantile(durations, 0.99)),
    'CPU ms per sale': round((user + system) / 1_000 / MESSAGES),
    'Redis MB': round(Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]) / 1e6),
  }
}

const nodeName = (n: number): string => `node${n}`

async function fill(registry: RedisRegistry, { nodes, holding, shows }: Parameters<typeof measure>[0]): Promise<void> {
  const others = Array.from({ length: shows - 1 }, (_, i) => `public.show.other-${i}`)
  for (let n = 0; n < nodes; n += 1) {
    await registry.enter({ id: nodeName(n), url: `http://10.0.0.1:${n}` }, SLOTS)
    await registry.add(nodeName(n), n < holding ? ['public.show.hot', ...others] : others)
  }
}

async function beatAll(registry: RedisRegistry, nodes: number): Promise<void> {
  const beats = Array.from({ length: nodes }, (_, n) =>
    registry.beat(nodeName(n), { state: 'ready', connections: 9_000 }),
  )
  await Promise.all(beats)
}

function sale(): Outgoing {
  const stream = 'public.show.hot'
  const data = JSON.stringify({ stream, showId: 'hot', filler: 'x'.repeat(200) })
  return { eventId: randomUUID(), stream, interest: stream, event: 'ticket.sold', data }
}
