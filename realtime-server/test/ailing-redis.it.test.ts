import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, test } from 'vitest'
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

/** Ten seconds are promised (P10); two busy cores may take longer. */
const HEALED_MS = 30_000
/** More than a command may take. */
const SLOW_MS = 1_500

interface Server {
  readonly pid: number
  readonly client: Redis
  /** On the way to it. */
  readonly proxy: FaultyProxy
}

/** How viewers get over it: they are told of every sale, each once, or to fetch their show anew. */
type Outcome = 'every sale' | 'fetch anew'

interface Trouble {
  readonly what: string
  readonly told: Outcome
  begin(server: Server): unknown
  end(server: Server): unknown
}

const FULL: Trouble = {
  what: 'out of memory',
  told: 'every sale',
  begin: ({ client }) => client.config('SET', 'maxmemory', '1'),
  end: ({ client }) => client.config('SET', 'maxmemory', '0'),
}

const TROUBLES: readonly Trouble[] = [
  FULL,
  {
    what: 'frozen',
    told: 'every sale',
    begin: ({ pid }) => process.kill(pid, 'SIGSTOP'),
    end: ({ pid }) => process.kill(pid, 'SIGCONT'),
  },
  {
    what: 'read-only',
    told: 'fetch anew', // who was a replica may have lost the newest writes: its data has a new epoch
    begin: ({ client }) => client.replicaof('127.0.0.1', 1),
    end: ({ client }) => client.replicaof('NO', 'ONE'),
  },
  {
    what: 'slow until its connections are reset',
    told: 'every sale',
    begin({ proxy }) {
      proxy.latencyMs = SLOW_MS
    },
    end({ proxy }) {
      proxy.latencyMs = 0
      proxy.reset()
    },
  },
]

/** A tier on a Redis of its own: a dispatcher and a node. */
async function start<Dispatcher>(dispatch: (tier: TestTier) => Promise<Dispatcher>) {
  await using started = new AsyncDisposableStack()
  const folder = started.use(scratchFolder())
  const redis = started.use(await startRedis({ dataDir: folder.path, throwaway: true, say: () => {} }))
  started.defer(() => void process.kill(redis.pid, 'SIGCONT'))
  const proxy = started.use(await startFaultyProxy(Number(new URL(redis.address).port)))
  const client = started.adopt(new Redis(redis.address), (one) => one.disconnect())
  const tier = started.use(await TestTier.start({ redisUrl: `redis://127.0.0.1:${proxy.port}` }))
  const [node, dispatcher] = await Promise.all([tier.node(), dispatch(tier)])
  const resources = started.move()
  const server: Server = { pid: redis.pid, client, proxy }
  return { server, tier, node, dispatcher, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

type World = Awaited<ReturnType<typeof start>>

/** Two viewers of a show who have seen its first sale. */
async function startSales({ tier, node }: Pick<World, 'tier' | 'node'>, showId: string) {
  await using opened = new AsyncDisposableStack()
  const viewers = await Promise.all([1, 2].map(() => TestViewer.open(node.url, [`public.show.${showId}`])))
  for (const viewer of viewers) opened.use(viewer)
  const sell = () => tier.announce(tier.ticketEvent(showId))
  await sell()
  for (const viewer of viewers) await viewer.until('ticket.sold')
  const resources = opened.move()
  return { viewers, sell, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** How a viewer got over it; if in neither way, the steps that it was told of. */
function outcomeFor(viewer: TestViewer, steps: readonly number[]): string {
  if (viewer.events('reset').length > 0) return 'fetch anew'
  return viewer.soldSteps.join() === steps.join() ? 'every sale' : `steps ${viewer.soldSteps}`
}

describe('a Redis under viewers', () => {
  let world: World
  beforeAll(async () => {
    world = await start((tier) => tier.dispatcher())
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.for(TROUBLES.map((trouble, at) => ({ ...trouble, showId: `${at}` })))(
    'that is $what costs nobody a connection; viewers are told: $told; and its node says so',
    { timeout: 120_000 + outageMs(0) },
    async ({ begin, end, showId, told }, { expect }) => {
      const { server, tier, node } = world
      await using sales = await startSales(world, showId)
      const { viewers, sell } = sales
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
      for (const viewer of viewers) expect(outcomeFor(viewer, [1, 2, 3])).toBe(told)
      expect([viewers.filter(({ hasEnded }) => hasEnded), tier.ended]).toEqual([[], []])
    },
  )
})

test(`a Redis that is ${FULL.what} costs a sale without a word where a dispatcher never retries`, async ({
  expect,
}) => {
  await using world = await start((tier) => tier.doomedDispatcher('never-retries'))
  await using sales = await startSales(world, '42')
  await FULL.begin(world.server)
  const passedOver = awaitOutput(world.dispatcher, /passed over/, 15_000)
  await sales.sell()
  await passedOver
  await FULL.end(world.server)
  await sales.sell()
  for (const viewer of sales.viewers) {
    await viewer.until('ticket.sold', ({ data }) => data.version === 3)
    expect(silentlyLost(viewer, [1, 2, 3])).toEqual([2])
  }
})
