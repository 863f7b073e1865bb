import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Where } from '#contracts/connection.ts'
import { metricOf } from './node-metrics.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

let tier: TestTier

beforeAll(async () => {
  tier = await TestTier.start()
  await tier.dispatcher()
})
afterAll(async () => {
  await tier[Symbol.asyncDispose]()
})

const nodeOf = (viewer: TestViewer): string => viewer.connection.split('.')[0] ?? ''

describe('viewers behind balancers', () => {
  it('hear a sale whichever node they are on, and one killed node costs them a reconnect', async () => {
    const nodes = [await tier.node(), await tier.node()]
    const balancer = await tier.balancer()
    const viewers = await Promise.all(
      Array.from({ length: 8 }, () => TestViewer.open(balancer.url, ['public.show.one'])),
    )
    const ids = new Set(viewers.map(nodeOf))
    expect(ids.size).toBe(2)
    await tier.announce(tier.ticketEvent('one'))
    await Promise.all(viewers.map((viewer) => viewer.until('ticket.sold')))

    const { url } = Where.parse(await (await fetch(`${balancer.url}/realtime/where`)).json())
    const victim = nodes.find((node) => new URL(node.url).port === new URL(url).port)
    victim?.child.kill('SIGKILL')
    const lost = await Promise.race(viewers.map((viewer) => viewer.ended.then(() => viewer)))
    const orphans = viewers.filter((viewer) => nodeOf(viewer) === nodeOf(lost))
    await Promise.all(orphans.map((viewer) => viewer.ended))
    await tier.announce(tier.ticketEvent('one'))
    const back = await Promise.all(
      orphans.map((viewer) => TestViewer.open(balancer.url, ['public.show.one'], { lastEventId: viewer.lastId ?? '' })),
    )
    for (const viewer of back) {
      expect(nodeOf(viewer)).not.toBe(nodeOf(lost))
      await viewer.until('ticket.sold', ({ data }) => data.version === 2)
      expect(viewer.events('ticket.sold').filter(({ data }) => data.version === 2)).toHaveLength(1)
    }
    for (const viewer of [...viewers, ...back]) viewer.close()
    for (const { child } of nodes) child.kill('SIGKILL')
  })

  it('are back when theirs was killed and is started again, and miss nothing if they say where they were', async () => {
    const node = await tier.node()
    const balancer = await tier.balancer()
    const viewers = await Promise.all([1, 2, 3].map(() => TestViewer.open(balancer.url, ['public.show.five'])))
    await tier.announce(tier.ticketEvent('five'))
    for (const viewer of viewers) await viewer.until('ticket.sold')
    balancer.child.kill('SIGKILL')
    await Promise.all(viewers.map((viewer) => viewer.ended))
    await using witness = await TestViewer.open(node.url, ['public.show.five'])
    await tier.announce(tier.ticketEvent('five'))
    await witness.until('ticket.sold')
    await expect.poll(() => metricOf(node.url, 'realtime_connections', 'role')).toBe(1)

    const { url } = await tier.balancer({ PORT: new URL(balancer.url).port })
    const again = (lastEventId = '') => TestViewer.open(url, ['public.show.five'], { lastEventId })
    const back = await Promise.all(viewers.map(({ lastId }) => again(lastId)))
    await using forgetful = await again()
    await tier.announce(tier.ticketEvent('five'))
    for (const viewer of [...back, forgetful]) await viewer.until('ticket.sold', ({ data }) => data.version === 3)
    for (const viewer of back) {
      const news = viewer.events('ticket.sold').filter(({ id }) => id !== viewers[0]?.lastId) // which is replayed, too
      expect(news.map(({ data }) => data.version)).toEqual([2, 3])
      expect(viewer.events('reset')).toEqual([])
      viewer.close()
    }
    expect(forgetful.soldSteps).toEqual([3])
    node.child.kill('SIGKILL')
  })

  it('change their streams through any balancer', async () => {
    const node = await tier.node()
    const first = await tier.balancer()
    const second = await tier.balancer()
    await using viewer = await TestViewer.open(first.url, ['public.show.two'])
    const answer = await fetch(`${second.url}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      body: JSON.stringify({ subscribe: ['public.show.three'] }),
    })
    expect(answer.status).toBe(200)
    await tier.announce(tier.ticketEvent('three'))
    await viewer.until('ticket.sold', ({ data }) => data.showId === 'three')
    node.child.kill('SIGKILL')
  })

  it('are sent to no node that is stopping, from the moment it says so', async () => {
    const staying = await tier.node()
    const balancer = await tier.balancer()
    const leaving = await tier.node({ DRAIN_MS: '3000' })
    await using held = await TestViewer.open(leaving.url, ['public.show.four'])
    leaving.child.kill('SIGTERM')
    const exit = once(leaving.child, 'exit')
    for (let seen = 0; seen < 20; seen += 1) {
      await using viewer = await TestViewer.open(balancer.url, ['public.show.four'])
      expect(nodeOf(viewer)).not.toBe(nodeOf(held))
    }
    await exit
    staying.child.kill('SIGKILL')
  })
})
