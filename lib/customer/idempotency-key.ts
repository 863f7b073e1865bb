import { createHash } from 'node:crypto'

/**
 * The key we send to core for a buyer's own key. Core keeps keys per reseller; with the buyer mixed in, nobody can
 * repeat somebody else's key and receive somebody else's hold.
 */
export function coreIdempotencyKey(customerRef: string, key: string): string {
  return createHash('sha256').update(`${customerRef}\n${key}`).digest('base64url')
}
