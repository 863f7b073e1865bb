import { createHmac } from 'node:crypto'

/**
 * A key for one purpose of one reseller, derived from the master secret. What one reseller's key made means nothing
 * at another: a cookie carried over to another host is just noise there.
 */
export function derivedKey(
  secret: string,
  purpose: 'customer' | 'guest-of-key' | 'accounts' | 'preview',
  resellerId: string,
): Buffer {
  return createHmac('sha256', secret).update(`${purpose}:${resellerId}`).digest()
}
