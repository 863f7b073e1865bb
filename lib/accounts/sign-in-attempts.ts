import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { countIn, forgetCount } from '#lib/limits/window-count.ts'
import { AccountsUnavailable } from './accounts-unavailable.ts'

/**
 * Guesses at one account, from however many addresses, in a quarter of an hour: a person who has forgotten tries fewer,
 * and a thousand a day find no password of ten characters. A reset by mail is always open, and whoever has chosen a new
 * password by one can sign in with it at once.
 */
const ATTEMPTS = 10
const WINDOW_S = 15 * 60

/** Only the hash: what people type into an address field is not always an address. */
const keyOf = (email: string) => `attempts:${createHash('sha256').update(email).digest('base64url')}`

/**
 * Counts an attempt before it is made.
 * @returns null when it may be made; after too many, the seconds until there may be others
 * @throws AccountsUnavailable
 */
export async function countSignIn(redis: Redis, resellerId: string, email: string): Promise<number | null> {
  try {
    const { count, leftS } = await countIn(redis, resellerId, keyOf(email), WINDOW_S)
    return count <= ATTEMPTS ? null : leftS
  } catch (error) {
    throw new AccountsUnavailable('attempts cannot be counted', { cause: error })
  }
}

/** After the right password, or a new one: whoever has either is no stranger who guesses. */
export async function forgetSignIns(redis: Redis, resellerId: string, email: string): Promise<void> {
  await forgetCount(redis, resellerId, keyOf(email))
}
