import { hasNotHappened } from '#components/api/problem-error.ts'
import type { HoldView } from '#contracts/storefront.ts'

/** An order as far as the checkout looks at it; a mutation is one. */
export interface OrderAttempt {
  readonly isPending: boolean
  readonly isSuccess: boolean
  readonly error: Error | null
}

/**
 * What a checkout shows. `open`: the clock runs. `asking`: it has run out, but an order was sent before that and nobody
 * knows yet what became of it. `ended`: the tickets are no longer kept for this buyer, or are theirs.
 */
export type CheckoutView = 'open' | 'asking' | 'ended'

/** @param left milliseconds, or null while only the server has seen the hold */
export function checkoutView(status: HoldView['status'], left: number | null, order: OrderAttempt): CheckoutView {
  if (status === 'ordered') return 'ended'
  if (status === 'active' && left !== 0) return 'open'
  const unknown = order.isPending || order.isSuccess || (order.error !== null && !hasNotHappened(order.error))
  return unknown ? 'asking' : 'ended'
}
