import type { OrderView } from '#contracts/storefront.ts'

/** What the names of the texts about an order's status begin with. */
const STATUS_WORDS = {
  pending_payment: 'pending',
  confirmed: 'confirmed',
  failed: 'failed',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const

/**
 * The beginning of the names of the texts that say how an order stands. Tickets of a show that does not take place are
 * confirmed until core has refunded them, and nobody is told to come.
 */
export function orderWords(status: OrderView['status'], cancelledShow: boolean) {
  return status === 'confirmed' && cancelledShow ? 'showCancelled' : STATUS_WORDS[status]
}
