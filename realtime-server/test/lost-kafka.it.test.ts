import { setTimeout } from 'node:timers/promises'
import { describe, test } from 'vitest'
import { readiness } from './node-metrics.ts'
import { outageMs } from './outage.ts'
import { type OwnKafka, startOwnKafka } from './own-kafka.ts'
import { SalesLog } from './sales-log.ts'
import { silentlyLost } from './silently-lost.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/** Fifteen seconds are promised (P10); two cores that start a broker and two tiers may take longer. */
const HEALED_MS = 40_000
/** Everybody's connections have failed by then, and were tried again; at thirty seconds the watchdogs have done their work. */
const AWAY_MS = outageMs(2_000)
/** Two brokers' starts, on a machine that has others to start. */
const TEST_LIMIT_MS = 240_000 + 4 * AWAY_MS

interface Outage {
  readonly name: string
  begin(kafka: OwnKafka): void
  end(kafka: OwnKafka): Promise<void>
}

const KILLED: Outage = { name: 'killed', begin: (kafka) => kafka.signal('SIGKILL'), end: (kafka) => kafka.startAgain() }
const FROZEN: Outage = {
  ...{ name: 'frozen', begin: (kafka) => kafka.signal('SIGSTOP') },
  end: async (kafka) => kafka.signal('SIGCONT'),
}
/** Two seconds of frost are what a slow disk does; only somebody who asks for longer ones has the time for them. */
const OUTAGES: readonly Outage[] = process.env.OUTAGE_SECONDS ? [KILLED, FROZEN] : [KILLED]

/** A node with a show's viewers, and a dispatcher. */
async function start(brokers: string, dispatcher: (tier: TestTier) => Promise<unknown>) {
  await using started = new AsyncDisposableStack()
  const tier = started.use(await TestTier.start({ brokers }))
  const [node] = await Promise.all([tier.node(), dispatcher(tier)])
  const viewers = await Promise.all([1, 2].map(() => TestViewer.open(node.url, ['public.show.42'])))
  for (const viewer of viewers) started.use(viewer)
  const resources = started.move()
  return { tier, node, viewers, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

describe('a Kafka that is killed and started again, or frozen, while tickets are sold', () => {
  test('costs no connection, no program, and no sale that it had acknowledged, but where a dispatcher loses heart', {
    timeout: TEST_LIMIT_MS,
  }, async ({ expect, skip }) => {
    await using kafka = await startOwnKafka()
    if (kafka === null) return skip('there is no Kafka here that forgets nothing when it is killed')
    await using guarded = await start(kafka.address, (tier) => tier.dispatcher())
    await using unguarded = await start(kafka.address, (tier) => tier.doomedDispatcher('loses-heart'))
    for (const { name, begin, end } of OUTAGES) {
      await using sales = new SalesLog(guarded.tier, '42')
      await using others = new SalesLog(unguarded.tier, '42')
      await expect.poll(() => sales.acknowledged.length).toBeGreaterThan(2)
      begin(kafka)
      await setTimeout(AWAY_MS)
      await end(kafka)

      const [last] = await Promise.all([sales.last(), others.last()])
      const healed = { timeout: HEALED_MS, message: name }
      for (const viewer of guarded.viewers) {
        await expect.poll(() => Math.max(0, ...viewer.soldSteps), healed).toBeGreaterThanOrEqual(last)
        expect(silentlyLost(viewer, sales.acknowledged), name).toEqual([])
        expect(viewer.soldSteps, name).toEqual([...new Set(viewer.soldSteps)])
      }
      for (const viewer of unguarded.viewers) {
        expect(silentlyLost(viewer, others.acknowledged), name).not.toEqual([])
      }
      await expect.poll(async () => (await readiness(guarded.node.url)).ready, healed).toBe(true)
      for (const { tier, viewers } of [guarded, unguarded]) {
        expect([viewers.filter(({ hasEnded }) => hasEnded), tier.ended], name).toEqual([[], []])
      }
    }
  })
})
