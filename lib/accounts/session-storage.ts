import type { Redis } from 'ioredis'
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

/** Counts, and lets the count end a while after the first. */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`

/** Puts a copy back, unless the session has just been deleted. */
const REFILL = `
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1`

/** How often something was done in a window that began with its first. */
export interface Counted {
  readonly count: number
  /** Seconds until the window ends and counting begins anew, at least one. */
  readonly leftS: number
}

/** Better Auth's secondary storage, for one reseller. */
export interface SessionStorage {
  get(key: string): Promise<string | null>
  getAndDelete(key: string): Promise<string | null>
  set(key: string, value: string, lifeS?: number): Promise<void>
  delete(key: string): Promise<void>
  /** @returns the count so far, in a window that began with its first. @throws while Redis is away: no count, no entry. */
  increment(key: string, windowS: number): Promise<number>
  /** As `increment`, for who also says when to come again. */
  count(key: string, windowS: number): Promise<Counted>
  /** Puts back the copy of a session that was read from PostgreSQL. */
  refill(token: string, value: string, lifeS: number): Promise<void>
}

/**
 * Sessions, limits and pending verifications in Redis, below the reseller's own prefix. While Redis is away, reading
 * finds nothing (PostgreSQL is asked then) and writing is let go (PostgreSQL has it); only counting fails.
 */
export function sessionStorage(redis: Redis, resellerId: string): SessionStorage {
  const keyOf = (key: string) => `accounts:${resellerId}:${key}`
  const goneOf = (token: string) => keyOf(`gone:${token}`)
  async function refill(token: string, value: string, lifeS: number): Promise<void> {
    const life = Math.min(lifeS, COPY_LIFE_S)
    await askSparingly<unknown>(redis, () => redis.eval(REFILL, 2, keyOf(token), goneOf(token), value, life), null)
  }
  async function count(key: string, windowS: number): Promise<Counted> {
    const [counted, leftMs] = (await redis.eval(COUNT, 1, keyOf(key), windowS)) as [number, number]
    return { count: counted, leftS: Math.max(1, Math.ceil(leftMs / 1_000)) }
  }
  return {
    get: (key) => askSparingly(redis, () => redis.get(keyOf(key)), null),
    getAndDelete: (key) => redis.getdel(keyOf(key)),
    async set(key, value, lifeS) {
      if (TOKEN.test(key)) return refill(key, value, lifeS ?? COPY_LIFE_S) // an extension may cross a sign-out
      const write = () =>
        lifeS === undefined ? redis.set(keyOf(key), value) : redis.set(keyOf(key), value, 'EX', lifeS)
      await write().catch(() => {})
    },
    async delete(key) {
      const gone = redis.multi().del(keyOf(key))
      if (TOKEN.test(key)) gone.set(goneOf(key), '1', 'EX', TOMBSTONE_LIFE_S)
      await gone.exec().catch(() => {})
    },
    increment: async (key, windowS) => (await count(key, windowS)).count,
    count,
    refill,
  }
}
