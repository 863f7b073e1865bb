import { once } from 'node:events'
import { Redis } from 'ioredis'
import { describe, test } from 'vitest'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { readiness } from './node-metrics.ts'
import { RawStream } from './raw-stream.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

describe.concurrent('a node that is asked to stop', () => {
  test('leaves the balancer’s list, lets its viewers go one by one, and exits with nothing left behind', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const [node] = await Promise.all([tier.node({ DRAIN_MS: '6000' }), tier.dispatcher()])
    const redis = new Redis(tier.redisUrl)
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => RawStream.get(node.url, '/realtime/sse?streams=public.show.42')),
    )
    for (const stream of streams) await stream.until(/event: ready/)
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])

    const exited = once(node.child, 'exit')
    const ends = Promise.all(streams.map((stream) => stream.closed().then(() => Date.now())))
    node.child.kill('SIGTERM')
    await expect.poll(async () => (await new RedisRegistry(redis).nodes())[0]?.state).toBe('draining')
    expect((await fetch(`${node.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${node.url}/realtime/sse?streams=public.show.42`)).status).toBe(503)
    await tier.announce(tier.ticketEvent('42'))

    const endedAt = await ends
    expect(Math.max(...endedAt) - Math.min(...endedAt)).toBeGreaterThan(500)
    for (const stream of streams) expect(stream.text).toMatch(/retry: 0\n\n$/)
    await viewer.ended
    expect((await exited)[0]).toBe(0)
    expect(await redis.zcard('rt:nodes')).toBe(0)
    for (const kind of ['node', 'interests', 'stream']) expect(await redis.keys(`rt:${kind}:*`), kind).toEqual([])
    await redis.quit()
  })

  test('without viewers is gone at once', async ({ expect }) => {
    await using tier = await TestTier.start()
    const node = await tier.node({ DRAIN_MS: '20000' })
    expect((await readiness(node.url)).ready).toBe(true)
    const exited = once(node.child, 'exit')
    const askedAt = Date.now()
    node.child.kill('SIGTERM')
    expect((await exited)[0]).toBe(0)
    expect(Date.now() - askedAt).toBeLessThan(10_000)
  })

  test('twice is gone at once, whoever is still there', async ({ expect }) => {
    await using tier = await TestTier.start()
    const node = await tier.node({ DRAIN_MS: '20000' })
    await using viewers = new AsyncDisposableStack()
    for (let n = 0; n < 5; n += 1) viewers.use(await TestViewer.open(node.url, ['public.show.42']))
    const exited = once(node.child, 'exit')
    node.child.kill('SIGTERM')
    await expect.poll(async () => (await fetch(`${node.url}/readyz`)).status).toBe(503)
    node.child.kill('SIGTERM')
    expect((await exited)[0]).toBe(1)
  })
})
