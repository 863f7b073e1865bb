import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, test } from 'vitest'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { metricOf, readiness } from './node-metrics.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'
import { WsViewer } from './ws-viewer.ts'

/* The guards of these are taken out in interleavings.test.ts: a node that does not catch up, or misses nothing it did not hear. */

/** As long as an event loop may be blocked without anybody being worse off for it than late. */
const BLOCKED_MS = 2_000

describe.concurrent('a node', () => {
  test('that does nothing for two seconds is late, and loses neither a viewer nor a sale', async ({ expect }) => {
    await using tier = await TestTier.start()
    const [node] = await Promise.all([tier.node(), tier.dispatcher()])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    await using socket = await WsViewer.open(node.url, ['public.show.42'])
    const sell = () => tier.announce(tier.ticketEvent('42'))
    node.child.kill('SIGSTOP')
    const soldMeanwhile = sell()
    await setTimeout(BLOCKED_MS)
    expect(viewer.soldSteps).toEqual([])
    node.child.kill('SIGCONT')
    await soldMeanwhile
    await sell()
    for (const one of [viewer, socket]) {
      await one.until('ticket.sold', ({ data }) => data.version === 2)
      expect(one.events('reset')).toEqual([])
    }
    expect(viewer.soldSteps).toEqual([1, 2])
    await expect.poll(() => readiness(node.url)).toMatchObject({ ready: true, connections: 2 })
  })

  test('frozen past its lease comes back as somebody new, and its viewers get what they missed, once', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const [node, witnessed] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    const redis = new Redis(tier.redisUrl)
    const registry = new RedisRegistry(redis)
    await using viewer = await TestViewer.open(node.url, ['public.show.42', 'public.show.7'])
    await using witness = await TestViewer.open(witnessed.url, ['public.show.42'])
    const { id } = await readiness(node.url)
    const announce = async () => {
      const event = tier.ticketEvent('42')
      await tier.announce(event)
      await witness.until('ticket.sold', ({ data }) => data.version === event.version)
    }
    await announce()
    await viewer.until('ticket.sold')

    node.child.kill('SIGSTOP')
    await announce() // while others still take it for alive
    await expect.poll(async () => (await registry.nodes()).map((one) => one.id), { timeout: 20_000 }).not.toContain(id)
    await announce()
    node.child.kill('SIGCONT')
    await viewer.until('ticket.sold', ({ data }) => data.version === 3)
    await expect.poll(async () => (await readiness(node.url)).id).not.toBe(id)
    await announce()
    await viewer.until('ticket.sold', ({ data }) => data.version === 4)
    expect(viewer.soldSteps).toEqual([1, 2, 3, 4])
    expect(viewer.events('reset')).toEqual([])
    const live = await registry.nodes()
    expect(live.map((one) => one.id)).toContain((await readiness(node.url)).id)
    expect(live).toHaveLength(2)
    await redis.quit()
  })

  test('killed loses its viewers to another, which gives them what they missed, once', async ({ expect }) => {
    await using tier = await TestTier.start()
    const [node, other] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    const streams = ['public.show.42', 'private.order']
    const person = { reseller: 'aurora', customerRef: 'customer-ana-000' }
    const cookie = await tier.cookie(person)
    await using viewer = await TestViewer.open(node.url, streams, { cookie })
    await using witness = await TestViewer.open(other.url, streams, { cookie })
    await tier.announce(tier.ticketEvent('42'))
    await viewer.until('ticket.sold')

    node.child.kill('SIGKILL')
    await viewer.ended
    await tier.announce(tier.ticketEvent('42'))
    await tier.announceOrder({
      ...{ id: 'order-event-1', at: new Date().toISOString(), type: 'order.updated', showId: '42' },
      ...{ resellerId: person.reseller, customerRef: person.customerRef, orderId: 'order-1', status: 'confirmed' },
    })
    await Promise.all([witness.until('ticket.sold', ({ data }) => data.version === 2), witness.until('order.updated')])

    const lastEventId = viewer.lastId as string
    await using back = await TestViewer.open(other.url, streams, { cookie, lastEventId })
    const news = back.seen.filter(({ id }) => id !== undefined && !viewer.seen.some((seen) => seen.id === id))
    // Of two streams either may be first; what counts is that both are there, and nothing else.
    expect(new Map(news.map(({ event, data }) => [event, data.version ?? data.orderId ?? null]))).toEqual(
      new Map<string, unknown>([
        ['ticket.sold', 2],
        ['order.updated', 'order-1'],
        ['ready', null],
      ]),
    )
    expect(news).toHaveLength(3)
    expect(back.events('reset')).toEqual([])
    await tier.announce(tier.ticketEvent('42'))
    await back.until('ticket.sold', ({ data }) => data.version === 3)
    expect(back.seen.map(({ id }) => id)).toHaveLength(new Set(back.seen.map(({ id }) => id)).size)
    expect(await metricOf(other.url, 'realtime_connections', 'role')).toBe(2)
  })
})
