import { AsyncLocalStorage } from 'node:async_hooks'
import { hashPassword } from 'better-auth/crypto'

const prepared = new AsyncLocalStorage<{ readonly password: string; readonly hash: string }>()

/**
 * Hashes a password and then does `work`, in which Better Auth finds the hash ready. By itself it would hash inside a
 * transaction of a sign-up, and a few people signing up at once would hold every connection to PostgreSQL for as long.
 */
export async function withPreparedHash<T>(password: string, work: () => Promise<T>): Promise<T> {
  const hash = await hashPassword(password)
  return prepared.run({ password, hash }, work)
}

/** The library's own hash, ready or not. */
export async function hashOnce(password: string): Promise<string> {
  const ready = prepared.getStore()
  return ready?.password === password ? ready.hash : hashPassword(password)
}
