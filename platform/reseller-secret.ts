import { createHmac } from 'node:crypto'

/** What a secret of ours is good for; what was made for one purpose means nothing for another. */
type Purpose = 'order-link' | 'order-address' | 'opt-out-link' | 'opt-out-address'

/** The key for one purpose at one reseller: what was made with it means nothing at another. 32 bytes. */
export const resellerSecret = (secret: string, purpose: Purpose, resellerId: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}:${resellerId}`).digest()
