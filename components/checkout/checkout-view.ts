import type { HoldView } from '#contracts/storefront.ts'
import { leavesNoOrder } from './order-failure.ts'

/** An order as far as the checkout looks at it; a mutation is one. */
export interface OrderAttempt {
  readonly isPending: boolean
  readonly isSuccess: boolean
  readonly error: Error | null
  readonly context?: { readonly askedBefore: boolean } | undefined
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
  const unknown =
    order.isPending ||
    order.isSuccess ||
    (order.error !== null && !leavesNoOrder(order.error, order.context?.askedBefore ?? true))
  return unknown ? 'asking' : 'ended'
}
