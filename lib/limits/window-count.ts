import type { Redis } from 'ioredis'
import { z } from 'zod'
import { ownInRedis } from '#lib/reseller/own-in-redis.ts'
import { RedisScript } from '#platform/redis-script.ts'

/** Counts, and lets the count end a while after the first. */
const COUNT = new RedisScript(`
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`)

/** The count, and the milliseconds that it lasts. */
const CountReply = z.tuple([z.int(), z.int()])

/** How often something was done in a window that began with its first. */
export interface Counted {
  readonly count: number
  /** Seconds until the window ends and counting begins anew, at least one. */
  readonly leftS: number
}

/**
 * Counts one more of something at a reseller, in a window that began with its first.
 * @param what names the kind and whose it is; what people type into a form only as a digest
 * @throws while Redis is away: whoever counts decides what goes on without a count
 */
export async function countIn(redis: Redis, resellerId: string, what: string, windowS: number): Promise<Counted> {
  const [count, leftMs] = CountReply.parse(await COUNT.run(redis, [ownInRedis(resellerId, what)], [windowS]))
  return { count, leftS: Math.max(1, Math.ceil(leftMs / 1_000)) }
}

/** Lets a count begin anew. While Redis is away it stays: it ends by itself. */
export async function forgetCount(redis: Redis, resellerId: string, what: string): Promise<void> {
  await redis.del(ownInRedis(resellerId, what)).catch(() => {})
}
