import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, test } from 'vitest'
import { startRedis } from '#dev/services/redis.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { DISTRUST_MS } from '../registry/registry.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/* The guard is taken out in interleavings.test.ts: a registry that is trusted before nodes had time to register again. */

const ownRedis = (port?: number) =>
  startRedis({
    ...{ dataDir: mkdtempSync(join(tmpdir(), 'realtime-redis-')), throwaway: true, say: () => {} },
    ...(port === undefined ? {} : { port }),
  })

/** A show's viewers on two nodes. */
async function audience(nodes: readonly { url: string }[]): Promise<TestViewer[]> {
  return Promise.all(
    nodes.flatMap(({ url }) => [1, 2].map(() => TestViewer.open(url, ['public.show.42', 'public.show.7']))),
  )
}

/** Which nodes the registry would address about a show. */
async function addressed(redisUrl: string): Promise<string[] | 'everyone'> {
  const redis = new Redis(redisUrl)
  try {
    const [recipients = []] = await new RedisRegistry(redis).recipients(['public.show.42'])
    return recipients === 'everyone' ? recipients : recipients.map(({ node }) => node).toSorted()
  } finally {
    redis.disconnect()
  }
}

describe.concurrent('a registry', () => {
  test('emptied under viewers loses nobody a sale, and is whole again within ten seconds', async ({ expect }) => {
    await using redis = await ownRedis()
    await using tier = await TestTier.start({ redisUrl: redis.address })
    const nodes = await Promise.all([tier.node(), tier.node()])
    await tier.dispatcher()
    const viewers = await audience(nodes)
    await tier.announce(tier.ticketEvent('42'))
    for (const viewer of viewers) await viewer.until('ticket.sold')
    const before = await addressed(redis.address)
    expect(before).toHaveLength(2)

    const client = new Redis(redis.address)
    const emptiedAt = Date.now()
    await client.flushall()
    client.disconnect()
    await tier.announce(tier.ticketEvent('42'))
    for (const viewer of viewers) await viewer.until('ticket.sold', ({ data }) => data.version === 2)
    expect(await addressed(redis.address)).toBe('everyone')
    await expect.poll(() => addressed(redis.address), { timeout: 20_000 }).toEqual(before)
    // Not sooner than it may be trusted. That this is within ten seconds is a promise of the constant's, not of a busy machine's.
    expect(Date.now() - emptiedAt).toBeGreaterThanOrEqual(DISTRUST_MS)
    expect(DISTRUST_MS).toBeLessThan(10_000)

    await tier.announce(tier.ticketEvent('42'))
    for (const viewer of viewers) {
      await viewer.until('ticket.sold', ({ data }) => data.version === 3)
      expect(viewer.soldSteps).toEqual([1, 2, 3])
    }
    const lastEventId = viewers[0]?.seen.find(({ event }) => event === 'ticket.sold')?.id as string
    await using late = await TestViewer.open(nodes[0].url, ['public.show.42'], { lastEventId })
    expect(late.events('reset').map(({ data }) => data.streams)).toEqual([['public.show.42']])
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]()
  })

  test('that dies and comes back empty delays sales, and loses none', async ({ expect }) => {
    const redis = await ownRedis()
    const port = Number(new URL(redis.address).port)
    await using tier = await TestTier.start({ redisUrl: redis.address })
    const nodes = await Promise.all([tier.node(), tier.node()])
    await tier.dispatcher()
    const viewers = await audience(nodes)
    await tier.announce(tier.ticketEvent('42'))
    for (const viewer of viewers) await viewer.until('ticket.sold')

    process.kill(redis.pid, 'SIGKILL')
    await redis[Symbol.asyncDispose]()
    await tier.announce(tier.ticketEvent('42'), tier.ticketEvent('7'))
    await using _ = await ownRedis(port)
    for (const viewer of viewers) {
      await viewer.until('ticket.sold', ({ data }) => data.showId === '42' && data.version === 2)
      await viewer.until('ticket.sold', ({ data }) => data.showId === '7')
    }
    for (const viewer of viewers) {
      expect(viewer.soldSteps.toSorted()).toEqual([1, 1, 2])
      await viewer[Symbol.asyncDispose]()
    }
  })
})
