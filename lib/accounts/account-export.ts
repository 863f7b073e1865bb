import { type Order, OrderPage } from '#contracts/order.ts'
import { asReseller } from '#lib/database/database.ts'
import { digestOf } from '#lib/opt-outs/opt-outs.ts'
import { viewOfOrder } from '#lib/orders/order-view.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { readBelongings } from './belongings.ts'
import { listSessions } from './sessions.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment'>

/** Pages of core's list; a thousand orders are more than one person's. */
const PAGES = 20

/**
 * Everything that is kept about an account, for its owner to take along: here, and its orders at core. Without secrets:
 * no password's hash, no token, no reference.
 * @throws CoreUnavailable: a list with a hole would look complete
 */
export async function exportAccount(site: Site, account: Account, deps: Deps = storefront()): Promise<object> {
  const { resellerId } = site
  const { email, emailVerified, name, staff, accountId, customerRef } = account
  const addressDigest = digestOf(site, email, deps)
  const [row, holds] = await asReseller(deps.database, resellerId, async (transaction) => [
    await transaction.customerAccount.findUnique({ where: { resellerId_id: { resellerId, id: accountId } } }),
    await transaction.customerHold.findMany({ where: { resellerId, customerRef }, orderBy: { createdAt: 'asc' } }),
  ] as const) // biome-ignore format: one list
  return {
    account: { name, email, emailVerified, staff, since: row?.createdAt.toISOString() ?? null },
    sessions: await listSessions(site, account, deps),
    holds: holds.map(({ showId, items, createdAt, expiresAt, locale }) => ({
      showId,
      items,
      createdAt,
      expiresAt,
      locale,
    })),
    ...(await readBelongings(deps.database, resellerId, { customerRef, email, addressDigest })),
    orders: (await readOrders(site, customerRef, deps)).map((order) => viewOfOrder(order)),
  }
}

async function readOrders(site: Site, customerRef: string, { core }: Pick<Deps, 'core'>): Promise<Order[]> {
  const orders: Order[] = []
  let cursor: string | null = ''
  for (let page = 0; page < PAGES && cursor !== null; page += 1) {
    const query = new URLSearchParams({ customerRef, ...(cursor ? { cursor } : {}) })
    const answer: Awaited<ReturnType<typeof core.get<OrderPage>>> = await core.get(
      site.resellerId,
      `/v1/orders?${query}`,
      OrderPage,
    )
    if (!answer.ok) return orders
    orders.push(...answer.value.items)
    cursor = answer.value.nextCursor
  }
  return orders
}
