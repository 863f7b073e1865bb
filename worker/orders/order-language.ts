import type { Order } from '#contracts/order.ts'
import type { Transaction } from '../database.ts'

/**
 * The language that an order was bought in, or null where nobody noted it: core does not carry it. Our own notes do,
 * for as long as each is kept: with the order for the staff, with the visit to its show, and at first with the hold that
 * it was. That one may not know its order yet, because core's event can be faster than its answer; then it is this
 * buyer's newest for the show.
 */
export async function languageOfOrder(
  transaction: Transaction,
  resellerId: string,
  { id: orderId, customerRef, showId }: Pick<Order, 'id' | 'customerRef' | 'showId'>,
): Promise<string | null> {
  const [row] = await transaction.$queryRaw<{ locale: string | null }[]>`
    SELECT coalesce(
      (SELECT locale FROM order_lookup WHERE reseller_id = ${resellerId} AND order_id = ${orderId}),
      (SELECT locale FROM visit WHERE reseller_id = ${resellerId} AND order_id = ${orderId}),
      (SELECT locale FROM customer_hold
       WHERE reseller_id = ${resellerId} AND customer_ref = ${customerRef} AND show_id = ${showId}
         AND (order_id = ${orderId} OR order_id IS NULL)
       ORDER BY order_id NULLS LAST, created_at DESC LIMIT 1)) AS locale`
  return row?.locale ?? null
}
