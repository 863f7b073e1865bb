import { z } from 'zod'
import { OrderPage } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
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
 * @throws CoreUnavailable, also when core refuses the first page: "no orders" would be an answer, and a wrong one
 */
export async function listOrders(
  site: Site,
  customerRef: string,
  cursor: string | null,
  { core }: Pick<Storefront, 'core'>,
): Promise<OrderList> {
  const query = new URLSearchParams({ customerRef, ...(cursor === null ? {} : { cursor }) })
  const answer = await core.get(site.resellerId, `/v1/orders?${query}`, OrderPage)
  if (answer.ok)
    return { items: answer.value.items.map((order) => viewOfOrder(order)), nextCursor: answer.value.nextCursor }
  if (cursor !== null) return listOrders(site, customerRef, null, { core })
  throw new CoreUnavailable(`core refused a list of orders: ${answer.problem.type}`)
}
