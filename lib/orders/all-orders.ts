import { type Order, OrderPage } from '#contracts/order.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** Pages of core's list; a thousand orders are more than one person's. */
const PAGES = 20

export interface AllOrders {
  readonly orders: readonly Order[]
  /** False when core has more of them than are read. */
  readonly complete: boolean
}

/**
 * A buyer's orders, the newest of them if there are very many.
 * @throws CoreUnavailable, also when core refuses a page: a list with a hole would look complete
 */
export async function allOrders(
  site: Site,
  customerRef: string,
  { core }: Pick<Storefront, 'core'>,
): Promise<AllOrders> {
  const orders: Order[] = []
  let cursor: string | null = ''
  for (let page = 0; page < PAGES && cursor !== null; page += 1) {
    const next: OrderPage = await readPage(site, customerRef, cursor, { core })
    orders.push(...next.items)
    cursor = next.nextCursor
  }
  return { orders, complete: cursor === null }
}

async function readPage(
  site: Site,
  customerRef: string,
  cursor: string,
  { core }: Pick<Storefront, 'core'>,
): Promise<OrderPage> {
  const query = new URLSearchParams({ customerRef, ...(cursor ? { cursor } : {}) })
  const answer = await core.get(site.resellerId, `/v1/orders?${query}`, OrderPage)
  if (answer.ok) return answer.value
  throw new CoreUnavailable(`core refused a page of orders: ${answer.problem.type}`)
}
