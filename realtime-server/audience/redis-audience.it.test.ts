import { Redis } from 'ioredis'
import { freshRedis } from '#dev/test/services.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { ageEpoch } from '../test/aged-epoch.ts'
import { describeAudience } from './audience.suite.ts'
import { RedisAudience } from './redis-audience.ts'

/** Redis's clock cannot be moved, so what was noted is moved into the past. */
async function pass(redis: Redis, ms: number): Promise<void> {
  for (const show of await redis.zrange('rt:viewers-due', '0', '-1')) {
    await redis.zincrby('rt:viewers-due', -ms, show)
    for (const field of ['#summedAt', '#toldAt']) {
      if (await redis.hexists(`rt:viewers:${show}`, field)) await redis.hincrby(`rt:viewers:${show}`, field, -ms)
    }
  }
}

describeAudience('an audience in Redis', async () => {
  const fresh = await freshRedis()
  const redis = new Redis(fresh.url)
  const registry = new RedisRegistry(redis)
  return {
    audience: new RedisAudience(redis),
    registry,
    mature: () => ageEpoch(fresh.url),
    async expire(id) {
      const [seconds] = await redis.time()
      await redis.zadd('rt:nodes', Number(seconds) * 1_000 - 1_000, id)
    },
    pass: (ms) => pass(redis, ms),
    empty: async () => void (await redis.flushdb()),
    kept: async () => (await redis.keys('rt:viewers*')).length,
    async [Symbol.asyncDispose]() {
      await redis.quit()
      await fresh[Symbol.asyncDispose]()
    },
  }
})
