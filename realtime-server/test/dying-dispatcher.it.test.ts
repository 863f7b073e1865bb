import { once } from 'node:events'
import { Redis } from 'ioredis'
import { describe, test } from 'vitest'
import { metricOf } from './node-metrics.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/*
 * The guards of these are taken out in interleavings.test.ts, where the same losses then appear: a dispatcher that does
 * not produce again, one that appends anew, a node that does not know copies.
 */

interface Sold {
  readonly from: number
  readonly version: number
}

/** All versions that messages lead through, one after the other, merged or not. */
const stepsOf = (messages: readonly Sold[]): number[] =>
  messages.flatMap(({ from, version }) => Array.from({ length: version - from }, (_, i) => from + 1 + i))

/** How many steps of a show history has. */
async function historyOf(tier: TestTier, showId: string): Promise<number> {
  const redis = new Redis(tier.redisUrl)
  const [key = ''] = await redis.keys(`rt:history:*:public.show.${showId}`)
  const entries = await redis.xrange(key, '-', '+')
  await redis.quit()
  return stepsOf(entries.map(([, fields]) => JSON.parse(fields[fields.indexOf('d') + 1] ?? '') as Sold)).length
}

describe.concurrent('a dispatcher', () => {
  test('killed between append and produce leaves its work to the next one, which does it once', async ({ expect }) => {
    await using tier = await TestTier.start()
    const [node, doomed] = await Promise.all([tier.node(), tier.doomedDispatcher('dies-before-produce')])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    const died = once(doomed, 'exit')
    await tier.announce(tier.ticketEvent('42'))
    expect((await died)[1]).toBe('SIGKILL')
    expect(await historyOf(tier, '42')).toBe(1)
    expect(viewer.soldSteps).toEqual([])

    await tier.dispatcher()
    await viewer.until('ticket.sold')
    await tier.announce(tier.ticketEvent('42'))
    await viewer.until('ticket.sold', ({ data }) => data.version === 2)
    expect(viewer.soldSteps).toEqual([1, 2])
    expect(await historyOf(tier, '42')).toBe(2)
  })

  test('killed between produce and commit leaves copies, which nobody sees', async ({ expect }) => {
    await using tier = await TestTier.start()
    const [node, doomed] = await Promise.all([tier.node(), tier.doomedDispatcher('dies-before-commit')])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    const died = once(doomed, 'exit')
    await tier.announce(tier.ticketEvent('42'))
    await Promise.all([died, viewer.until('ticket.sold')])

    await tier.dispatcher()
    await expect.poll(() => metricOf(node.url, 'realtime_deliveries_total', 'nobody-or-copy'), { timeout: 30_000 }).toBe(1) // biome-ignore format: one line
    await tier.announce(tier.ticketEvent('42'))
    await viewer.until('ticket.sold', ({ data }) => data.version === 2)
    expect(viewer.soldSteps).toEqual([1, 2])
    expect(await historyOf(tier, '42')).toBe(2)
  })

  test('frozen between append and produce, and back when another has taken over, changes nothing', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const [one, two, zombie] = await Promise.all([
      tier.node(),
      tier.node(),
      tier.doomedDispatcher('freezes-before-produce'),
    ])
    await using a = await TestViewer.open(one.url, ['public.show.42'])
    await using b = await TestViewer.open(two.url, ['public.show.42'])
    const viewers = [a, b]
    await tier.announce(tier.ticketEvent('42'))
    await expect.poll(() => historyOf(tier, '42')).toBe(1)

    await tier.dispatcher()
    await tier.announce(tier.ticketEvent('42'), tier.ticketEvent('42'))
    for (const viewer of viewers) await viewer.until('ticket.sold', ({ data }) => data.version === 3)
    zombie.kill('SIGCONT')
    for (const { url } of [one, two]) {
      await expect.poll(() => metricOf(url, 'realtime_deliveries_total', 'nobody-or-copy'), { timeout: 30_000 }).toBeGreaterThan(0) // biome-ignore format: one line
    }
    await tier.announce(tier.ticketEvent('42'))
    for (const viewer of viewers) {
      await viewer.until('ticket.sold', ({ data }) => data.version === 4)
      expect(viewer.soldSteps).toEqual([1, 2, 3, 4])
      expect(viewer.events('reset')).toEqual([])
    }
    expect(await historyOf(tier, '42')).toBe(4)
  })

  test('killed while sales wait for the end of a window loses none of them, and nobody hears of one twice', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const [node, doomed] = await Promise.all([tier.node(), tier.doomedDispatcher('dies-within-window')])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    const died = once(doomed, 'exit')
    const saleIds: string[] = []
    // Until one of them comes soon enough after another to have to wait.
    while (doomed.exitCode === null && doomed.signalCode === null) {
      const event = tier.ticketEvent('42')
      saleIds.push(...('saleIds' in event ? event.saleIds : []))
      await tier.announce(event)
    }
    expect((await died)[1]).toBe('SIGKILL')
    const sold = saleIds.length
    expect(await historyOf(tier, '42')).toBeLessThan(sold)

    await tier.dispatcher()
    await viewer.until('ticket.sold', ({ data }) => data.version >= sold)
    expect(viewer.soldSteps).toEqual(Array.from({ length: sold }, (_, i) => i + 1))
    expect(viewer.events('ticket.sold').flatMap(({ data }) => data.saleIds)).toEqual(saleIds)
    expect(viewer.events('reset')).toEqual([])
    expect(await historyOf(tier, '42')).toBe(sold)
  })
})
