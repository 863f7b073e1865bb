import { createHmac } from 'node:crypto'
import { resellerSecret } from '#platform/reseller-secret.ts'

/** 128 random bits as our pages write them, or a UUID of version 4, which has 122. */
const RANDOM = /^(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i

/** Whether an idempotency key has the form of one that nobody guesses, so that knowing it means having made it. */
export const isRandomKey = (key: string): boolean => RANDOM.test(key)

/**
 * The guest that a browser without a cookie becomes with its idempotency key: the same one when it has to ask again
 * because the answer, and the cookie with it, was lost. Null for a key that somebody could guess. Decision 0098.
 */
export function guestOfKey(secret: string, resellerId: string, key: string): string | null {
  if (!isRandomKey(key)) return null
  const mac = createHmac('sha256', resellerSecret(secret, 'guest-of-key', resellerId))
    .update(key)
    .digest()
  return mac.subarray(0, 18).toString('base64url') // 144 bits, as a guest who is minted at random
}
