import type { AgreedTotal, Order } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'

/**
 * An order as its buyer may see it: without the reference that names the buyer.
 * @param agreed what the buyer agreed to, where core made the order at another total
 */
export function viewOfOrder(order: Order, agreed: AgreedTotal | null = null): OrderView {
  const { id, code, showId, status, items, total, buyer, createdAt, payment, saleIds } = order
  const { nextAction, failure } = payment
  return {
    id,
    code,
    showId,
    status,
    items,
    total,
    ...(agreed === null ? {} : { agreedTotal: agreed }),
    buyer,
    createdAt,
    // A link in a page leads nowhere but to the web.
    ...(nextAction.type === 'redirect' && /^https?:/.test(nextAction.url) ? { redirectTo: nextAction.url } : {}),
    ...(failure === undefined ? {} : { failure }),
    ...(saleIds === undefined ? {} : { saleIds }),
  }
}
