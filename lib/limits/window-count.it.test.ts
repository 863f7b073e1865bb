import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshRedisClient } from '#dev/test/redis-client.ts'
import { countIn, forgetCount } from './window-count.ts'

let redis: Awaited<ReturnType<typeof freshRedisClient>>
beforeAll(async () => {
  redis = await freshRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

describe('what is counted', () => {
  it('is counted in a window that begins with the first and ends by itself', async () => {
    const counts = await Promise.all(Array.from({ length: 5 }, () => countIn(redis, 'aurora', 'window', 900)))
    expect(counts.map(({ count }) => count).toSorted()).toEqual([1, 2, 3, 4, 5])
    for (const { leftS } of counts) {
      expect(leftS).toBeGreaterThan(800)
      expect(leftS).toBeLessThanOrEqual(900)
    }
    expect(await redis.ttl('accounts:aurora:window')).toBeGreaterThan(800)
  })

  it('is one reseller’s, and begins anew when it is forgotten', async () => {
    expect(await countIn(redis, 'aurora', 'attempts', 60)).toMatchObject({ count: 1 })
    expect(await countIn(redis, 'luna', 'attempts', 60)).toMatchObject({ count: 1 })
    await countIn(redis, 'luna', 'attempts', 60)
    await forgetCount(redis, 'aurora', 'attempts')
    expect(await countIn(redis, 'aurora', 'attempts', 60)).toMatchObject({ count: 1 })
    expect(await countIn(redis, 'luna', 'attempts', 60)).toMatchObject({ count: 3 })
  })

  it('is not counted while Redis is away, and says so; forgetting is let go', async () => {
    const away = new Redis('redis://127.0.0.1:1', { lazyConnect: true, enableOfflineQueue: false, retryStrategy: null })
    away.on('error', () => {})
    await expect(countIn(away, 'aurora', 'away', 60)).rejects.toThrow()
    await forgetCount(away, 'aurora', 'away')
    away.disconnect()
  })
})
