import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import startServices from '#dev/test/global-services.ts'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import type { Addressed } from '#realtime/bus/bus.ts'
import { ADDRESSINGS, type Addressing, type BusConfig } from '#realtime/bus/bus-config.ts'
import { openWriter } from '#realtime/bus/open-bus.ts'
import { dispatch } from '#realtime/dispatcher/dispatcher.ts'
import { RedisHistory } from '#realtime/history/redis-history.ts'
import { RedisRegistry } from '#realtime/registry/redis-registry.ts'
import type { NodeAddress, RegistryView } from '#realtime/registry/registry.ts'
import { ageEpoch } from '#realtime/test/aged-epoch.ts'
import { showStream, soldOn } from '../one-sale.ts'
import type { Curves, Measured, Table } from '../report/result.ts'
import { sizeOf } from '../sizes.ts'
import { type BusLoad, busLoad } from './bus-load.ts'
import { type Counted, RealNode } from './real-node.ts'

/** As where topics can be created. */
const SLOTS = 64
const NODES = [3, 30, 300]
const SALES = sizeOf('SALES', 300)
/** Two hundred sales a second, as on a busy evening. */
const EVERY_MS = 5
/** What reading nothing costs a node: it is not the sales' fault. */
const IDLE_MS = 1_000
/** Whatever has not arrived by then, never will. */
const ARRIVAL_MS = 10_000
const KINDS = ['kafka', 'redis'] as const
const TRIES = 3
const log = createLog('bench', 'silent')

/** How shows lie on nodes. */
interface Workload {
  readonly shows: number
  /** Nodes that hold viewers of each show, as far as there are so many. */
  readonly holding: number
}

const WORKLOADS: Record<string, Workload> = {
  'one show, viewers on every node': { shows: 1, holding: Number.POSITIVE_INFINITY },
  '100 shows, viewers of each on 3 nodes': { shows: 100, holding: 3 },
}

interface Setup {
  readonly kind: (typeof KINDS)[number]
  readonly addressing: Addressing
  readonly nodes: number
  readonly workload: Workload
}

/** `npm run bench -- addressing`: what the registry's knowledge of who holds whom is worth, by how many nodes there are. */
export async function addressing(): Promise<Measured> {
  const stopServices = await startServices()
  const tables: Record<string, Table> = {}
  const curves: Record<string, Curves> = {}
  for (const [title, workload] of Object.entries(WORKLOADS)) {
    const rows: Table = {}
    const lines: Curves = {}
    for (const kind of KINDS) {
      for (const addressing of ADDRESSINGS) {
        const name = `${kind}, ${addressing}`
        lines[name] = []
        for (const nodes of NODES) {
          console.log(`· ${title}: ${name}, ${nodes} nodes`)
          const { row, tierMs } = await measureUndisturbed({ kind, addressing, nodes, workload })
          rows[`${name}, ${nodes} nodes`] = row
          lines[name].push([nodes, tierMs])
        }
      }
    }
    tables[title] = rows
    curves[title] = lines
  }
  await stopServices?.()
  return {
    how: `Real Redis and Kafka, ${SLOTS} slots, messages of 300 bytes, ${SALES} sales, one every ${EVERY_MS} ms. One node really reads, in a process of its own; the others are entries in the registry, and what they read is reckoned from the records that were written. The tier’s CPU is the dispatcher’s and as many times that node’s as there are nodes, without the writing to viewers.`,
    stoppedBy:
      'hundreds of real readers on one machine would be what is measured; so what a broker pays for each of them is not in it',
    tables,
    curves,
  }
}

/**
 * Where the machine stands still for seconds, a lease ends or a line is given up: figures of that would be of something
 * else, so they are taken again.
 */
async function measureUndisturbed(setup: Setup): ReturnType<typeof measure> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await measure(setup)
    } catch (error) {
      if (tries === TRIES) throw error
      console.log(`  again: ${(error as Error).message}`)
    }
  }
}

async function measure(setup: Setup): Promise<{ row: Table[string]; tierMs: number }> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { freshRedis, freshTopics, testServices } = await import('#dev/test/services.ts')
  await using resources = new AsyncDisposableStack()
  const { url } = resources.use(await freshRedis())
  await ageEpoch(url)
  const redis = resources.use(await openRedis(url, log, 10_000))
  const bus = { addressing: setup.addressing, name: `bench-${randomUUID().slice(0, 8)}` }
  const { deliveries: topic } = await freshTopics({ name: 'deliveries', partitions: SLOTS })
  const config: BusConfig =
    setup.kind === 'kafka'
      ? { kind: 'kafka', addressing: setup.addressing, brokers: testServices.kafkaBrokers.split(','), topic }
      : { kind: 'redis', ...bus, servers: [testServices.redisUrl] }
  const registry = new RedisRegistry(redis)
  const nodes = await enterAll(registry, setup)
  resources.use(await keepAlive(url, nodes))
  await addAll(registry, setup)
  const [first] = nodes as [NodeAddress]
  const shows = Array.from({ length: setup.workload.shows }, (_, show) => show)
  const held = shows.filter((show) => holdersOf(show, setup).has(first.node)).map(showStream)
  using node = await RealNode.start(config, first, held)
  const writer = await openWriter(config, { id: 'bench', log, resources })
  const view: Pick<RegistryView, 'recipients'> = setup.addressing === 'broadcast' ? EVERYONE : registry
  const sent: Addressed[] = []
  const watched = {
    send: (deliveries: readonly Addressed[]) => {
      sent.push(...deliveries)
      return writer.send(deliveries)
    },
    [Symbol.asyncDispose]: async () => {},
  }
  const deps = { history: new RedisHistory(redis), registry: view, writer: watched }
  for (const show of shows.slice(0, 20)) await dispatch(deps, [soldOn(show)]) // finds code and connections cold

  const beforeIdle = await node.counted()
  await pause(IDLE_MS)
  const before = await node.counted()
  sent.length = 0
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  let records = 0
  for (let sale = 0; sale < SALES; sale += 1) {
    await pause(Math.max(0, began + sale * EVERY_MS - performance.now()))
    records += (await dispatch(deps, [soldOn(sale % shows.length)])).records
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const expected = before.forUs + ownSales(setup)
  const after = await untilHeard(node, expected)
  const tookMs = performance.now() - began

  const loads = sent.map((one, sale) =>
    busLoad(one, { ...setup, slots: SLOTS }, nodes, holdersOf(sale % shows.length, setup)),
  )
  const sum = (of: (load: BusLoad) => number) => loads.reduce((total, load) => total + of(load), 0)
  const reckoned = sum((load) => load.records)
  // What is reckoned must be what was written, and the real node must have heard all that is its own.
  if (records !== reckoned) throw new Error(`${records} records were written, ${reckoned} reckoned`)
  if (after.forUs !== expected) throw new Error(`the node heard ${after.forUs} of ${expected} of its own`)
  const idleUs = ((before.cpuUs - beforeIdle.cpuUs) / IDLE_MS) * tookMs
  const nodeUs = Math.max(0, after.cpuUs - before.cpuUs - idleUs) / SALES
  const dispatcherMs = (user + system) / 1_000 / SALES
  const tierMs = dispatcherMs + (nodes.length * nodeUs) / 1_000
  return {
    tierMs: round(tierMs),
    row: {
      'records written per sale': round(sum((load) => load.records) / SALES),
      'KB written per sale': round(sum(({ writtenBytes }) => writtenBytes) / SALES / 1_024),
      'KB read by all nodes per sale': round(sum(({ readBytes }) => readBytes) / SALES / 1_024),
      'records a node reads per sale': round(sum(({ reads }) => reads) / SALES / nodes.length),
      'of those for nobody there %': round((sum(({ dropped }) => dropped) / sum(({ reads }) => reads)) * 100),
      'dispatcher CPU ms per sale': round(dispatcherMs),
      'a node’s CPU µs per sale': Math.round(nodeUs),
      'tier CPU ms per sale': round(tierMs),
    },
  }
}

/** In broadcast mode nobody is asked. */
const EVERYONE: Pick<RegistryView, 'recipients'> = { recipients: async (interests) => interests.map(() => 'everyone') }

/** How many sales are of shows that the real node holds viewers of. */
const ownSales = (setup: Setup): number =>
  Array.from({ length: SALES }, (_, sale) => sale % setup.workload.shows).filter((show) =>
    holdersOf(show, setup).has(nodeName(0)),
  ).length

async function untilHeard(node: RealNode, forUs: number): Promise<Counted> {
  const deadline = performance.now() + ARRIVAL_MS
  for (;;) {
    const counted = await node.counted()
    if (counted.forUs >= forUs || performance.now() > deadline) return counted
    await pause(20)
  }
}

/** Resolves when all have beaten once. */
async function keepAlive(redisUrl: string, nodes: readonly NodeAddress[]): Promise<Disposable> {
  const ids = nodes.map(({ node }) => node).join(',')
  const child = fork(join(import.meta.dirname, 'beats.ts'), [redisUrl, ids])
  await once(child, 'message')
  return { [Symbol.dispose]: () => void child.kill('SIGKILL') }
}

const nodeName = (n: number): string => `node${n}`

/** The nodes of a show lie next to each other, and shows follow each other around: all nodes hold as many. */
function holdersOf(show: number, { nodes, workload }: Setup): Set<string> {
  const holding = Math.min(workload.holding, nodes)
  return new Set(Array.from({ length: holding }, (_, i) => nodeName((show * holding + i) % nodes)))
}

async function enterAll(registry: RedisRegistry, setup: Setup): Promise<NodeAddress[]> {
  const recipients: NodeAddress[] = []
  for (let n = 0; n < setup.nodes; n += 1) {
    const node = nodeName(n)
    const { slot } = await registry.enter({ id: node, url: `http://10.0.0.1:${n}` }, SLOTS)
    recipients.push({ node, slot })
  }
  return recipients
}

async function addAll(registry: RedisRegistry, setup: Setup): Promise<void> {
  for (let show = 0; show < setup.workload.shows; show += 1) {
    for (const node of holdersOf(show, setup)) await registry.add(node, [showStream(show)])
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
