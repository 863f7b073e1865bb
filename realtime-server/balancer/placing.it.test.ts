import { describe, expect, it } from 'vitest'
import { FakeNode } from './fake-node.fixture.ts'
import { TestBalancer, until } from './test-balancer.fixture.ts'

const counts = (...nodes: FakeNode[]) => nodes.map((node) => node.streams.length)

describe('viewers and nodes', () => {
  it('spread evenly over equal nodes, although no node has reported yet', async () => {
    await using a = await FakeNode.start('a')
    await using b = await FakeNode.start('b')
    await using c = await FakeNode.start('c')
    await using balancer = await TestBalancer.start([a, b, c])
    const viewers = Array.from({ length: 120 }, () => balancer.view())
    await Promise.all(viewers.map((viewer) => viewer.until('\n\n')))
    for (const count of counts(a, b, c)) expect(Math.abs(count - 40)).toBeLessThanOrEqual(3)
    for (const viewer of viewers) viewer[Symbol.dispose]()
  })

  it('fill an emptier node first', async () => {
    await using a = await FakeNode.start('a')
    await using b = await FakeNode.start('b')
    a.connections = 500
    await using balancer = await TestBalancer.start([a, b])
    await Promise.all(Array.from({ length: 20 }, () => balancer.view().until('\n\n')))
    expect(counts(a, b)).toEqual([0, 20])
  })

  it('never meet a node that died: another one answers', async () => {
    await using alive = await FakeNode.start('alive')
    const dead = await FakeNode.start('dead')
    await using balancer = await TestBalancer.start([alive, dead])
    await dead.kill()
    const viewers = Array.from({ length: 10 }, () => balancer.view())
    await Promise.all(viewers.map((viewer) => viewer.until(': alive')))
    expect(await balancer.metric('realtime_balancer_failures_total')).toBeGreaterThanOrEqual(1)
  })

  it('are sent to another node when one accepts but says nothing, and nobody waits for it again', async () => {
    await using frozen = await FakeNode.start('frozen')
    await using well = await FakeNode.start('well')
    frozen.mood = 'frozen'
    well.connections = 1_000
    await using balancer = await TestBalancer.start([frozen, well])
    const began = performance.now()
    await balancer.view().until(': well')
    expect(performance.now() - began).toBeGreaterThan(1_900)
    const asked = () => frozen.heard.split('GET /realtime/sse').length - 1
    expect([asked(), await balancer.metric('realtime_balancer_failures_total', 'timeout')]).toEqual([1, 1])
    await balancer.view().until(': well')
    expect([asked(), await balancer.metric('realtime_balancer_failures_total', 'timeout')]).toEqual([1, 1])
  })

  it('come to a node again once it answers a probe', async () => {
    await using one = await FakeNode.start('one')
    one.mood = 'cutting'
    await using balancer = await TestBalancer.start([one])
    expect((await balancer.view().answer()).status).toBe(503)
    one.mood = 'frozen'
    expect((await balancer.view().answer()).status).toBe(503)
    one.mood = 'well'
    await until(async () => (await balancer.ask('GET', '/readyz', { Host: '127.0.0.1' }).answer()).status === 200)
    await balancer.view().until(': one')
  })

  it('go on to the next when a node is full, which is no fault of it', async () => {
    await using full = await FakeNode.start('full')
    await using roomy = await FakeNode.start('roomy')
    full.mood = 'full'
    roomy.connections = 1_000
    await using balancer = await TestBalancer.start([full, roomy])
    await balancer.view().until(': roomy')
    full.mood = 'well'
    await balancer.view().until(': full')
  })

  it('are told when to come again when there is nobody', async () => {
    await using balancer = await TestBalancer.start([])
    const { status, head, body } = await balancer.view({ Origin: 'http://aurora.localhost:3000' }).answer()
    expect(status).toBe(503)
    expect(JSON.parse(body)).toMatchObject({ type: 'realtime/unavailable', status: 503 })
    expect(head).toMatch(/retry-after: [123]\r/i)
    expect(head).toContain('Access-Control-Allow-Origin: http://aurora.localhost:3000')
  })

  it.each([
    ['full', ['full', 'full'], 'realtime/full'],
    ['full, as far as they answer', ['full', 'cutting'], 'realtime/full'],
    ['without what they need, although one is full', ['full', 'unavailable'], 'realtime/unavailable'],
    ['dead, all of them', ['cutting', 'cutting'], 'realtime/unavailable'],
  ] as const)('are told what nodes are: %s', async (_what, [one, other], type) => {
    await using a = await FakeNode.start('a')
    await using b = await FakeNode.start('b')
    await using balancer = await TestBalancer.start([a, b])
    a.mood = one
    b.mood = other
    const { status, head, body } = await balancer.view().answer()
    expect([status, JSON.parse(body).type]).toEqual([503, type])
    expect(head).toMatch(/retry-after: [123]\r/i)
    expect(await balancer.metric('realtime_requests_refused_total', type)).toBe(1)
  })

  it('are told so after three nodes that hung up, not after all of them', async () => {
    const cutting = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => FakeNode.start(id)))
    await using balancer = await TestBalancer.start(cutting)
    for (const node of cutting) node.mood = 'cutting'
    expect((await balancer.view().answer()).status).toBe(503)
    expect(await balancer.metric('realtime_balancer_failures_total')).toBe(3)
    for (const node of cutting) await node.kill()
  })

  it('find the one node that lives among many that have just died', async () => {
    await using alive = await FakeNode.start('alive')
    alive.connections = 1_000
    const dead = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => FakeNode.start(id)))
    await using balancer = await TestBalancer.start([alive, ...dead])
    for (const node of dead) await node.kill()
    await balancer.view().until(': alive')
    expect(await balancer.metric('realtime_balancer_failures_total')).toBe(5)
  })

  it('use a node that is not ready when no other is there', async () => {
    await using starting = await FakeNode.start('starting')
    await using draining = await FakeNode.start('draining')
    starting.state = 'starting'
    draining.state = 'draining'
    await using balancer = await TestBalancer.start([draining, starting])
    await balancer.view().until(': starting')
    balancer.registry = [draining]
    await balancer.refreshed()
    await balancer.view().until(': draining')
  })

  it('find a new node within two refreshes', async () => {
    await using late = await FakeNode.start('late')
    await using balancer = await TestBalancer.start([])
    expect((await balancer.view().answer()).status).toBe(503)
    balancer.registry = [late]
    await balancer.refreshed()
    await balancer.view().until(': late')
  })

  it('are served while the registry is down, and while it has been emptied', async () => {
    await using one = await FakeNode.start('one')
    await using balancer = await TestBalancer.start([one])
    for (const registry of ['down', []] as const) {
      balancer.registry = registry
      await balancer.refreshed()
      await balancer.view().until(': one')
      const { status, body } = await balancer.ask('GET', '/readyz', { Host: '127.0.0.1' }).answer()
      expect([status, JSON.parse(body).registry]).toEqual([200, 'stale'])
    }
  })
})
