import type { Redis } from 'ioredis'

/** After Redis has not answered, it is not asked for so long: a request that waited for it once does not wait again. */
const SPARED_MS = 1_000

const sparedUntil = new WeakMap<Redis, number>()

/**
 * What Redis answers; `otherwise`, when it does not, or did not a moment ago. For what PostgreSQL knows as well, and for
 * what may be left undone, such as counting guests. Never for taking a right away: nobody would hear that it was not done.
 */
export async function askSparingly<T>(redis: Redis, ask: () => Promise<T>, otherwise: T): Promise<T> {
  if (performance.now() < (sparedUntil.get(redis) ?? 0)) return otherwise
  try {
    return await ask()
  } catch {
    sparedUntil.set(redis, performance.now() + SPARED_MS)
    return otherwise
  }
}
