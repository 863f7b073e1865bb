import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { freshRedis } from '#dev/test/services.ts'
import { ageEpoch } from '../test/aged-epoch.ts'
import { RedisRegistry } from './redis-registry.ts'
import { describeRegistry } from './registry.suite.ts'

async function open() {
  const fresh = await freshRedis()
  const redis = new Redis(fresh.url)
  return {
    redis,
    registry: new RedisRegistry(redis),
    mature: () => ageEpoch(fresh.url),
    async expire(id: string, agoMs: number) {
      const [seconds] = await redis.time()
      await redis.zadd('rt:nodes', Number(seconds) * 1_000 - agoMs, id)
    },
    empty: async () => void (await redis.flushdb()),
    async [Symbol.asyncDispose]() {
      await redis.quit()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

describeRegistry('a registry in Redis', open)

describe('a registry in Redis', () => {
  const show = 'public.show.42'

  test('begins a new epoch when the server is another one than before', async () => {
    await using held = await open()
    await held.mature()
    await held.registry.enter({ id: 'a', url: 'http://a', slot: 0 }, 4)
    const before = await held.registry.beat('a', { state: 'ready', connections: 0 })
    await held.redis.hset('rt:epoch', 'replid', 'that-of-the-master-that-died')
    const after = await held.registry.beat('a', { state: 'ready', connections: 0 })
    expect(after.held).toBe(true)
    expect(after.now.epoch > before.now.epoch).toBe(true)
    expect(await held.registry.recipients([show])).toEqual(['everyone'])
  })

  test('sends to everybody when a live node has lost its slot', async () => {
    await using held = await open()
    await held.mature()
    await held.registry.enter({ id: 'a', url: 'http://a', slot: 0 }, 4)
    await held.registry.add('a', [show])
    await held.redis.del('rt:node:a')
    expect(await held.registry.recipients([show])).toEqual(['everyone'])
    expect((await held.registry.beat('a', { state: 'ready', connections: 0 })).held).toBe(false)
  })

  test('notices that an interest was lost from under a node', async () => {
    await using held = await open()
    await held.registry.enter({ id: 'a', url: 'http://a', slot: 0 }, 4)
    await held.registry.add('a', [show, 'public.show.7'])
    await held.redis.srem('rt:interests:a', show)
    expect((await held.registry.beat('a', { state: 'ready', connections: 0 })).interests).toBe(1)
  })

  test('keeps nothing of a node that has left, however much it held', async () => {
    await using held = await open()
    const interests = Array.from({ length: 1_234 }, (_, i) => `private.aurora.customer-${10_000_000 + i}`)
    for (const id of ['a', 'b']) await held.registry.enter({ id, url: `http://${id}`, slot: 0 }, 4)
    await held.registry.add('a', interests)
    await held.registry.add('b', [show])
    await held.registry.leave('a')
    expect((await held.redis.keys('rt:*')).toSorted()).toEqual(
      ['rt:interests:b', 'rt:node:b', 'rt:nodes', `rt:stream:${show}`].toSorted(),
    )
  })

  test('buries a node that has been dead for a minute, part by part with the beats of others, and nobody sooner', async () => {
    await using held = await open()
    await held.mature()
    for (const id of ['a', 'b', 'c']) await held.registry.enter({ id, url: `http://${id}`, slot: 0 }, 4)
    await held.registry.add('a', [show])
    await held.registry.add(
      'b',
      Array.from({ length: 700 }, (_, i) => `public.show.${i}`),
    )
    await held.expire('a', 50_000)
    await held.expire('b', 70_000)
    const beat = () => held.registry.beat('c', { state: 'ready', connections: 0 })
    await beat()
    expect(await held.redis.scard('rt:interests:b')).toBe(200)
    expect(await held.redis.zscore('rt:nodes', 'b')).not.toBeNull()
    await beat()
    expect(await held.redis.keys('rt:stream:*')).toEqual([`rt:stream:${show}`])
    expect(await held.redis.zrange('rt:nodes', '0', '-1')).toEqual(['a', 'c'])
  })
})
