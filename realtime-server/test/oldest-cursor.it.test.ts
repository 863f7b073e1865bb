import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis } from '#dev/services/redis.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import { RedisAudience } from '../audience/redis-audience.ts'
import { MemoryBus } from '../bus/memory-bus.ts'
import { formatCursor } from '../cursor.ts'
import { GatheredReads } from '../history/gathered-reads.ts'
import type { History } from '../history/history.ts'
import { RedisHistory } from '../history/redis-history.ts'
import { newNodeId } from '../node/incarnation.ts'
import { startNode } from '../node/node.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { ageEpoch } from './aged-epoch.ts'
import { Signer } from './signer.ts'
import { TestViewer } from './viewer.ts'

/** As many as an office has, or one machine that means no good before it is told to wait. */
const VIEWERS = 300
/** What each of them asks for again. */
const MESSAGES = 100
/** Each way: while a read takes so long, many come who could share the next one. */
const LATENCY_MS = 50
/** One at a time for ten seconds, beats included, are a hundred; on an idle machine all are there after one second. */
const FEW = VIEWERS / 2

const show = 'public.show.42'
const log = createLog('test', 'silent')
const world = new AsyncDisposableStack()
let redis: Redis
let proxy: FaultyProxy
let signer: Signer
let oldest: string

beforeAll(async () => {
  const folder = world.use(scratchFolder())
  const server = world.use(await startRedis({ dataDir: folder.path, throwaway: true, say: () => {} }))
  redis = world.adopt(new Redis(server.address), (one) => one.disconnect())
  proxy = world.use(await startFaultyProxy(Number(new URL(server.address).port)))
  signer = await Signer.create()
  await ageEpoch(server.address)
  const sales = Array.from({ length: MESSAGES }, (_, i) => ({
    ...{ stream: show, eventId: `sale-${i}`, event: 'ticket.sold', version: i + 1 },
    data: JSON.stringify({ showId: '42', from: i, version: i + 1 }),
  }))
  const [first] = await new RedisHistory(redis).append(sales)
  oldest = formatCursor({ ...(first?.standing[0]?.cursor ?? expect.fail('nothing was appended')), seq: 0 })
})
afterAll(() => world.disposeAsync())

/** A node whose way to Redis is long. */
async function startFarNode(historyOf: (redis: Redis) => History) {
  const resources = world.use(new AsyncDisposableStack())
  const far = resources.use(await openRedis(`redis://127.0.0.1:${proxy.port}`, log))
  const parts = {
    history: historyOf(far),
    registry: new RedisRegistry(far),
    audience: new RedisAudience(far),
    reader: resources.use(new MemoryBus(4).reader()),
  }
  const limits = { maxConnections: 1_000, drainMs: 0 }
  const config = { port: 0, host: '127.0.0.1', verificationKeys: JSON.parse(signer.verificationKeys), ...limits }
  const { url } = await startNode({ log, resources }, config, newNodeId(), parts)
  return { url, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** Lets everybody come at once. @returns how many commands Redis was given meanwhile: all that a node does there is a script */
async function storm(url: string): Promise<number> {
  proxy.latencyMs = LATENCY_MS
  await redis.config('RESETSTAT')
  const viewers = await Promise.all(
    Array.from({ length: VIEWERS }, () => TestViewer.open(url, [show], { lastEventId: oldest })),
  )
  const commands = await redis.info('commandstats')
  proxy.latencyMs = 0
  for (const viewer of viewers) {
    expect(viewer.soldSteps).toHaveLength(MESSAGES)
    await viewer[Symbol.asyncDispose]()
  }
  return [...commands.matchAll(/cmdstat_eval(?:sha)?:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0)
}

describe(`${VIEWERS} viewers who ask for everything there ever was`, () => {
  test('cost Redis a few reads, which they share', async () => {
    await using node = await startFarNode((far) => new GatheredReads(new RedisHistory(far)))
    expect(await storm(node.url)).toBeLessThan(FEW)
  })

  test('would cost it one each, or more, if they did not', async () => {
    await using node = await startFarNode((far) => new RedisHistory(far))
    expect(await storm(node.url)).toBeGreaterThanOrEqual(VIEWERS)
  })
})
