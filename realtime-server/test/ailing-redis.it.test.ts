import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, test } from 'vitest'
import { awaitOutput } from '#dev/services/await-output.ts'
import { startRedis } from '#dev/services/redis.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { readiness } from './node-metrics.ts'
import { outageMs } from './outage.ts'
import { silentlyLost } from './silently-lost.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/* A Redis of registry and history that lives and is of no use. One that is lost: lost-redis.it.test.ts. */

/** Within this of its recovery everything is as before. */
const HEALED_MS = 10_000
/** More than a command may take. */
const SLOW_MS = 1_500

interface Server {
  readonly pid: number
  readonly client: Redis
  /** On the way to it. */
  readonly proxy: FaultyProxy
}

interface Trouble {
  readonly what: string
  begin(server: Server): unknown
  end(server: Server): unknown
}

const FULL: Trouble = {
  what: 'out of memory',
  begin: ({ client }) => client.config('SET', 'maxmemory', '1'),
  end: ({ client }) => client.config('SET', 'maxmemory', '0'),
}

const TROUBLES: readonly Trouble[] = [
  FULL,
  {
    what: 'frozen',
    begin: ({ pid }) => process.kill(pid, 'SIGSTOP'),
    end: ({ pid }) => process.kill(pid, 'SIGCONT'),
  },
  {
    what: 'read-only',
    begin: ({ client }) => client.replicaof('127.0.0.1', 1),
    end: ({ client }) => client.replicaof('NO', 'ONE'),
  },
  {
    what: 'slow until its connections are reset',
    begin({ proxy }) {
      proxy.latencyMs = SLOW_MS
    },
    end({ proxy }) {
      proxy.latencyMs = 0
      proxy.reset()
    },
  },
]

/** A tier on a Redis of its own: a dispatcher, and a node whose two viewers have seen a show's first sale. */
async function start<Dispatcher>(dispatch: (tier: TestTier) => Promise<Dispatcher>) {
  await using started = new AsyncDisposableStack()
  const folder = started.use(scratchFolder())
  const redis = started.use(await startRedis({ dataDir: folder.path, throwaway: true, say: () => {} }))
  started.defer(() => void process.kill(redis.pid, 'SIGCONT'))
  const proxy = started.use(await startFaultyProxy(Number(new URL(redis.address).port)))
  const client = started.adopt(new Redis(redis.address), (one) => one.disconnect())
  const tier = started.use(await TestTier.start({ redisUrl: `redis://127.0.0.1:${proxy.port}` }))
  const [node, dispatcher] = await Promise.all([tier.node(), dispatch(tier)])
  const viewers = await Promise.all([1, 2].map(() => TestViewer.open(node.url, ['public.show.42'])))
  for (const viewer of viewers) started.use(viewer)
  const sell = () => tier.announce(tier.ticketEvent('42'))
  await sell()
  for (const viewer of viewers) await viewer.until('ticket.sold')
  const resources = started.move()
  const server: Server = { pid: redis.pid, client, proxy }
  return { server, tier, node, dispatcher, viewers, sell, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

describe.concurrent('a Redis under viewers', () => {
  test.for(TROUBLES)(
    'that is $what costs nobody a connection, nor a sale without a word, and its node says so',
    {
      timeout: 60_000 + outageMs(0),
    },
    async ({ begin, end }, { expect }) => {
      await using world = await start((tier) => tier.dispatcher())
      const { server, tier, node, viewers, sell } = world
      const ready = async () => (await readiness(node.url)).ready
      await begin(server)
      await sell()
      await expect.poll(ready).toBe(false)
      await setTimeout(outageMs(0))
      await end(server)
      await sell()
      for (const viewer of viewers) {
        await expect.poll(() => viewer.soldSteps.at(-1), { timeout: HEALED_MS }).toBe(3)
        expect(silentlyLost(viewer, [1, 2, 3])).toEqual([])
      }
      await expect.poll(ready, { timeout: HEALED_MS }).toBe(true)
      expect([viewers.filter(({ hasEnded }) => hasEnded), tier.ended]).toEqual([[], []])
    },
  )

  test(`that is ${FULL.what} costs a sale without a word where a dispatcher never retries`, async ({ expect }) => {
    await using world = await start((tier) => tier.doomedDispatcher('never-retries'))
    const { server, viewers, sell } = world
    await FULL.begin(server)
    const passedOver = awaitOutput(world.dispatcher, /passed over/, 15_000)
    await sell()
    await passedOver
    await FULL.end(server)
    await sell()
    for (const viewer of viewers) {
      await viewer.until('ticket.sold', ({ data }) => data.version === 3)
      expect(silentlyLost(viewer, [1, 2, 3])).toEqual([2])
    }
  })
})
