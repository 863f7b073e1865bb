import { once } from 'node:events'
import { describe, test } from 'vitest'
import { metricOf, readiness } from './node-metrics.ts'
import { TestTier, type TierProcess } from './tier.ts'
import { TestViewer } from './viewer.ts'

const STREAMS = ['public.show.42']
const nodeOf = (viewer: TestViewer): string => viewer.connection.split('.')[0] ?? ''

/** A balancer over two nodes, one of them about to fail. */
async function start(tier: TestTier): Promise<{ doomed: TierProcess; well: string; balancer: TierProcess }> {
  const [doomed, other] = await Promise.all([tier.node(), tier.node()])
  const balancer = await tier.balancer()
  return { doomed, well: (await readiness(other.url)).id, balancer }
}

const failures = (balancer: TierProcess, reason: string) =>
  metricOf(balancer.url, 'realtime_balancer_failures_total', `reason="${reason}"`)

describe.concurrent('a node that no longer serves', () => {
  test('because it was killed costs one attempt, and no viewer notices', async ({ expect }) => {
    await using tier = await TestTier.start()
    const { doomed, well, balancer } = await start(tier)
    doomed.child.kill('SIGKILL')
    await once(doomed.child, 'exit')
    for (let n = 0; n < 10; n += 1) {
      await using viewer = await TestViewer.open(balancer.url, STREAMS)
      expect(nodeOf(viewer)).toBe(well)
    }
    expect(await failures(balancer, 'refused')).toBeLessThanOrEqual(1) // none, where its lease ended before a draw found it
  })

  test('because it is frozen keeps those waiting who come in its first two seconds, and nobody after them', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const { doomed, well, balancer } = await start(tier)
    const open = () => Promise.all(Array.from({ length: 10 }, () => TestViewer.open(balancer.url, STREAMS)))
    doomed.child.kill('SIGSTOP')
    const first = await open()
    const waited = await failures(balancer, 'timeout')
    expect(waited).toBeGreaterThan(0)
    const later = await open()
    expect(await failures(balancer, 'timeout')).toBe(waited)
    expect(new Set([...first, ...later].map(nodeOf))).toEqual(new Set([well]))

    doomed.child.kill('SIGCONT')
    await expect.poll(() => readiness(balancer.url), { timeout: 20_000 }).toMatchObject({ usable: 2, suspects: 0 })
    for (const viewer of [...first, ...later]) viewer.close()
  })
})
