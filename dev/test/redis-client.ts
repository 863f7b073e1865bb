import { Redis } from 'ioredis'
import { freshRedis } from './services.ts'

/** A client of an empty logical database, for a test that needs nothing else; both go with it. */
export async function freshRedisClient(): Promise<Redis & AsyncDisposable> {
  const fresh = await freshRedis()
  const redis = new Redis(fresh.url)
  return Object.assign(redis, {
    async [Symbol.asyncDispose]() {
      await redis.quit()
      await fresh[Symbol.asyncDispose]()
    },
  })
}
