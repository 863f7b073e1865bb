import { z } from 'zod'
import { OrderPage } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import { viewOfOrder } from './order-view.ts'

export const OrdersCursor = z.string().min(1).max(200)

/** One page of a buyer's orders, newest first; `nextCursor` is null on the last. */
export interface OrderList {
  readonly items: readonly OrderView[]
  readonly nextCursor: string | null
}

/**
 * @param customerRef whose; orders of a guest and of the account they made later are two lists, as they are at core
 * @returns the first page when core does not know the cursor: an address kept for long is no fault of its reader
 * @throws CoreUnavailable
 */
export async function listOrders(
  site: Site,
  customerRef: string,
  cursor: string | null,
  { core }: Pick<Storefront, 'core'> = storefront(),
): Promise<OrderList> {
  const query = new URLSearchParams({ customerRef, ...(cursor === null ? {} : { cursor }) })
  const answer = await core.get(site.resellerId, `/v1/orders?${query}`, OrderPage)
  if (answer.ok)
    return { items: answer.value.items.map((order) => viewOfOrder(order)), nextCursor: answer.value.nextCursor }
  return cursor === null ? { items: [], nextCursor: null } : listOrders(site, customerRef, null, { core })
}
