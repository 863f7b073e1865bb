import { createHmac } from 'node:crypto'

/** What a secret of ours is good for; what was made for one purpose means nothing for another. */
type Purpose =
  | 'accounts'
  | 'customer'
  | 'guest-of-key'
  | 'opt-out-address'
  | 'opt-out-link'
  | 'order-address'
  | 'order-link'
  | 'preview'

/**
 * The key for one purpose at one reseller: what was made with it, a cookie or a link that was carried over, means nothing at
 * another. 32 bytes.
 */
export const resellerSecret = (secret: string, purpose: Purpose, resellerId: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}:${resellerId}`).digest()
