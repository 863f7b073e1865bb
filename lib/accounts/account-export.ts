import { asReseller } from '#lib/database/database.ts'
import { digestOf } from '#lib/opt-outs/opt-outs.ts'
import { allOrders } from '#lib/orders/all-orders.ts'
import { viewOfOrder } from '#lib/orders/order-view.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { readBelongings } from './belongings.ts'
import { listSessions } from './sessions.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment'>

/**
 * Everything that is kept about an account, for its owner to take along: here, and its orders at core. Without secrets:
 * no password's hash, no token, no reference.
 * `ordersComplete` is false for who has more orders than a thousand or so: the newest are there.
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
  const { orders, complete: ordersComplete } = await allOrders(site, customerRef, deps)
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
    orders: orders.map((order) => viewOfOrder(order)),
    ordersComplete,
  }
}
