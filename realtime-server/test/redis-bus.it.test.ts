import { randomUUID } from 'node:crypto'
import { describe, test } from 'vitest'
import { startRedis } from '#dev/services/redis.ts'
import { startRedisCluster } from '#dev/services/redis-cluster.ts'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { testServices } from '#dev/test/services.ts'
import { metricOf } from './node-metrics.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/** A node without Kafka, which it does not need. */
const NO_KAFKA = { KAFKA_BROKERS: '' }

const busIn = (...urls: readonly string[]) => ({
  REALTIME_BUS: 'redis',
  REALTIME_BUS_NAME: `test-${randomUUID().slice(0, 8)}`,
  BUS_REDIS_URL: urls.join(','),
})

describe.concurrent('over a bus in Redis', () => {
  test.for(['targeted', 'broadcast'])(
    '%s, a sale reaches every viewer of the show on every node',
    async (mode, { expect }) => {
      const bus = { ...busIn(testServices.redisUrl), REALTIME_BUS_MODE: mode }
      await using tier = await TestTier.start({ bus })
      const [one, two] = await Promise.all([tier.node(NO_KAFKA), tier.node(NO_KAFKA), tier.dispatcher()])
      await using a = await TestViewer.open(one.url, ['public.show.42'])
      await using b = await TestViewer.open(two.url, ['public.show.42', 'public.show.7'])
      await using other = await TestViewer.open(two.url, ['public.show.7'])
      await tier.announce(tier.ticketEvent('42'))
      await Promise.all([a, b].map((viewer) => viewer.until('ticket.sold')))
      await tier.announce(tier.ticketEvent('7'))
      await Promise.all([b, other].map((viewer) => viewer.until('ticket.sold', ({ data }) => data.showId === '7')))
      expect(other.events('ticket.sold')).toHaveLength(1)
    },
  )

  test('that is a cluster, a sale reaches viewers on two nodes', async ({ expect }) => {
    using folder = scratchFolder()
    await using cluster = await startRedisCluster({ dataDir: folder.path, say: () => {} })
    await using tier = await TestTier.start({ bus: busIn(...cluster.urls) })
    const nodes = await Promise.all([tier.node(NO_KAFKA), tier.node(NO_KAFKA)])
    await tier.dispatcher()
    await using a = await TestViewer.open(nodes[0].url, ['public.show.42'])
    await using b = await TestViewer.open(nodes[1].url, ['public.show.42'])
    for (const version of [1, 2, 3]) {
      await tier.announce(tier.ticketEvent('42'))
      for (const viewer of [a, b]) await viewer.until('ticket.sold', ({ data }) => data.version === version)
    }
    expect([a.soldSteps, b.soldSteps]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  test('that dies and comes back while tickets are sold, every viewer has every sale, or is told to refetch', async ({
    expect,
  }) => {
    using folder = scratchFolder()
    const ownRedis = (port?: number) =>
      startRedis({ dataDir: folder.path, throwaway: true, say: () => {}, ...(port === undefined ? {} : { port }) })
    const redis = await ownRedis()
    await using tier = await TestTier.start({ bus: busIn(redis.address) })
    const nodes = await Promise.all([tier.node(NO_KAFKA), tier.node(NO_KAFKA)])
    await tier.dispatcher()
    const viewers = await Promise.all(nodes.flatMap(({ url }) => [1, 2].map(() => TestViewer.open(url, ['public.show.42'])))) // biome-ignore format: one line
    const sell = (count: number) => tier.announce(...Array.from({ length: count }, () => tier.ticketEvent('42')))
    await sell(1)
    for (const viewer of viewers) await viewer.until('ticket.sold')

    process.kill(redis.pid, 'SIGKILL')
    await sell(2) // while it is dying
    await redis[Symbol.asyncDispose]()
    await sell(2) // while it is dead
    await using _ = await ownRedis(Number(new URL(redis.address).port))
    await sell(2) // while everybody comes back
    for (const { url } of nodes) {
      await expect.poll(() => metricOf(url, 'realtime_gaps_total', ''), { timeout: 30_000 }).toBeGreaterThan(0)
    }
    await sell(1)
    const all = [1, 2, 3, 4, 5, 6, 7, 8]
    for (const viewer of viewers) await viewer.until('ticket.sold', ({ data }) => data.version === 8)
    for (const viewer of viewers) {
      if (viewer.events('reset').length === 0) expect(viewer.soldSteps).toEqual(all)
      await viewer[Symbol.asyncDispose]()
    }
  })

  test('a node whose connection fell silent brings its viewers what was sold meanwhile, though nothing more is sold', async ({
    expect,
  }) => {
    await using proxy = await startFaultyProxy(Number(new URL(testServices.redisUrl).port))
    await using tier = await TestTier.start({ bus: busIn(testServices.redisUrl) })
    const behind = { ...NO_KAFKA, BUS_REDIS_URL: `redis://127.0.0.1:${proxy.port}` }
    const [node, witnessed] = await Promise.all([tier.node(behind), tier.node(NO_KAFKA), tier.dispatcher()])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    await using witness = await TestViewer.open(witnessed.url, ['public.show.42'])
    await tier.announce(tier.ticketEvent('42'))
    for (const one of [viewer, witness]) await one.until('ticket.sold')

    proxy.strand()
    await tier.announce(tier.ticketEvent('42'))
    await witness.until('ticket.sold', ({ data }) => data.version === 2)
    await viewer.until('ticket.sold', ({ data }) => data.version === 2)
    expect(viewer.soldSteps).toEqual([1, 2])
    expect(await metricOf(node.url, 'realtime_gaps_total', '')).toBeGreaterThan(0)
  })
})
