import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe } from 'vitest'
import { type RedisCluster, startRedisCluster } from '#dev/services/redis-cluster.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { testServices } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { type BusInTest, describeBus, type ReaderFaults } from '../bus.suite.ts'
import { ADDRESSINGS, type Addressing } from '../bus-config.ts'
import { openPublisher } from './publisher.ts'
import { redisBus } from './redis-bus.ts'
import { RedisDeliveryReader } from './redis-reader.ts'
import { RedisDeliveryWriter } from './redis-writer.ts'

const log = createLog('test', 'silent')
/** So that a silence is over before anybody gets bored. */
const patience = { probeMs: 100, silenceMs: 400 }
const { guarantees } = redisBus

interface Servers {
  readonly writers: readonly string[]
  readonly readers: readonly string[]
  readonly faults: ReaderFaults
}

async function openBus(addressing: Addressing, { writers, readers, faults }: Servers): Promise<BusInTest> {
  const name = `test-${randomUUID().slice(0, 8)}`
  const resources = new AsyncDisposableStack()
  const publisher = resources.use(await openPublisher(writers, log))
  return {
    writer: resources.use(new RedisDeliveryWriter(publisher, { name, addressing })),
    reader: async () => {
      const probes = resources.use(await openPublisher(readers, log))
      return resources.use(new RedisDeliveryReader(probes, { name, log, patience }))
    },
    faults,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

describe('a plain Redis', () => {
  const { port } = new URL(testServices.redisUrl)
  let proxy: FaultyProxy
  beforeAll(async () => {
    proxy = await startFaultyProxy(Number(port))
  })
  afterAll(() => proxy[Symbol.asyncDispose]())

  const servers = (): Servers => ({
    writers: [testServices.redisUrl],
    readers: [`redis://127.0.0.1:${proxy.port}`],
    faults: { guarantees, cut: () => proxy.cut(), strand: () => proxy.strand() },
  })

  for (const addressing of ADDRESSINGS) {
    describeBus(`a bus in Redis, ${addressing}`, addressing, () => openBus(addressing, servers()))
  }
})

describe('a cluster', () => {
  const folder = scratchFolder()
  let cluster: RedisCluster
  beforeAll(async () => {
    cluster = await startRedisCluster({ dataDir: folder.path, say: () => {} })
  })
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })

  /** A cluster names its members itself, so nobody would stay behind a proxy. */
  async function killSubscribers(): Promise<void> {
    for (const url of cluster.urls) {
      const client = new Redis(url)
      await client.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
      client.disconnect()
    }
  }

  for (const addressing of ADDRESSINGS) {
    describeBus(`a bus in a Redis cluster, ${addressing}`, addressing, () =>
      openBus(addressing, {
        writers: cluster.urls,
        readers: cluster.urls,
        faults: { guarantees, cut: killSubscribers },
      }),
    )
  }
})
