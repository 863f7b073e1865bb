import { createHash } from 'node:crypto'
import { isRandomKey } from './key-guest.ts'

/**
 * The key we send to core for a buyer's own key. Core keeps keys per reseller; with the buyer mixed in, nobody can
 * repeat somebody else's key and receive somebody else's hold.
 */
export function coreIdempotencyKey(customerRef: string, key: string): string {
  return createHash('sha256').update(`${customerRef}\n${key}`).digest('base64url')
}

/**
 * The key we send to core for a hold. A random key stands for one wish of one browser, whoever that was at the time: core
 * refuses it as a conflict when it comes under another reference, instead of holding a second time (decision 0098).
 */
export function coreHoldKey(customerRef: string, key: string): string {
  return isRandomKey(key)
    ? createHash('sha256').update(`hold\n${key}`).digest('base64url')
    : coreIdempotencyKey(customerRef, `hold:${key}`)
}
