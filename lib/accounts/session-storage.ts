import type { Redis } from 'ioredis'
import { countIn } from '#lib/limits/window-count.ts'
import { ownInRedis } from '#lib/reseller/own-in-redis.ts'
import { RedisScript } from '#platform/redis-script.ts'
import { askSparingly } from './spared-redis.ts'

/** Session tokens as Better Auth makes them; its other keys look different. */
const TOKEN = /^[A-Za-z0-9]{32}$/

/**
 * A session's copy in Redis lives this long, then it is read from PostgreSQL anew. It bounds what a change can miss that
 * happened while Redis was away; one query a minute and signed-in visitor is nothing.
 */
const COPY_LIFE_S = 60

/**
 * Longer than any request that may have read a session from PostgreSQL before it was deleted there, and puts its copy
 * back afterwards: 2 s, with room for a frozen process.
 */
const TOMBSTONE_LIFE_S = 60

/** Puts a copy back, unless the session has just been deleted. */
const REFILL = new RedisScript(`
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1`)

/** Better Auth's secondary storage, for one reseller: what the library asks for, and nothing else. */
export interface SessionStorage {
  get(key: string): Promise<string | null>
  getAndDelete(key: string): Promise<string | null>
  set(key: string, value: string, lifeS?: number): Promise<void>
  delete(key: string): Promise<void>
  /** @returns the count so far, in a window that began with its first */
  increment(key: string, windowS: number): Promise<number>
}

/** A session as Redis has it. */
export interface SessionCopy {
  readonly token: string
  readonly value: string
  /** How long the session itself lasts. */
  readonly lifeS: number
}

const goneOf = (resellerId: string, token: string) => ownInRedis(resellerId, `gone:${token}`)

/**
 * Sessions, limits and pending verifications in Redis, below the reseller's own prefix. While Redis is away, reading
 * finds nothing (PostgreSQL is asked then) and writing is let go (PostgreSQL has it). Single-use reads and counting fail;
 * the library does not use the first, because its verifications are in PostgreSQL (`storeInDatabase`).
 */
export function sessionStorage(redis: Redis, resellerId: string): SessionStorage {
  const own = (key: string) => ownInRedis(resellerId, key)
  return {
    get: (key) => askSparingly(redis, () => redis.get(own(key)), null),
    getAndDelete: (key) => redis.getdel(own(key)),
    async set(key, value, lifeS) {
      // An extension may cross a sign-out.
      if (TOKEN.test(key)) return refillSession(redis, resellerId, { token: key, value, lifeS: lifeS ?? COPY_LIFE_S })
      const write = () => (lifeS === undefined ? redis.set(own(key), value) : redis.set(own(key), value, 'EX', lifeS))
      await write().catch(() => {})
    },
    async delete(key) {
      const gone = redis.multi().del(own(key))
      if (TOKEN.test(key)) gone.set(goneOf(resellerId, key), '1', 'EX', TOMBSTONE_LIFE_S)
      await gone.exec().catch(() => {})
    },
    increment: async (key, windowS) => (await countIn(redis, resellerId, key, windowS)).count,
  }
}

/** Puts back the copy of a session that was read from PostgreSQL, unless it has just been ended. */
export async function refillSession(
  redis: Redis,
  resellerId: string,
  { token, value, lifeS }: SessionCopy,
): Promise<void> {
  const keys = [ownInRedis(resellerId, token), goneOf(resellerId, token)]
  const refill = () => REFILL.run(redis, keys, [value, Math.min(lifeS, COPY_LIFE_S)])
  await askSparingly<unknown>(redis, refill, null)
}
