import { asReseller } from '#lib/database/database.ts'
import { digestOf } from '#lib/opt-outs/opt-outs.ts'
import { allOrders } from '#lib/orders/all-orders.ts'
import { viewOfOrder } from '#lib/orders/order-view.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { readBelongings } from './belongings.ts'
import { boundedList, LISTED_AT_MOST } from './bounded-list.ts'
import { listSessions } from './sessions.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment'>

/**
 * Everything that is kept about an account, for its owner to take along: here, and its orders at core. Without secrets:
 * no password's hash, no token, no reference.
 * `ordersComplete` is false for who has more orders than a thousand or so, and `holdsComplete` and its like for other lists:
 * the newest are there.
 * @throws CoreUnavailable: a list with a hole would look complete
 */
export async function exportAccount(site: Site, account: Account, deps: Deps): Promise<object> {
  const { resellerId } = site
  const { email, emailVerified, name, staff, accountId, customerRef } = account
  const addressDigest = digestOf(site, email, deps)
  const [row, holds] = await asReseller(
    deps.database,
    resellerId,
    async (transaction) =>
      [
        await transaction.customerAccount.findUnique({ where: { resellerId_id: { resellerId, id: accountId } } }),
        await transaction.customerHold.findMany({
          where: { resellerId, customerRef },
          select: { showId: true, items: true, createdAt: true, expiresAt: true, locale: true },
          orderBy: { createdAt: 'desc' },
          take: LISTED_AT_MOST + 1,
        }),
      ] as const,
  )
  const { orders, complete: ordersComplete } = await allOrders(site, customerRef, deps)
  return {
    account: { name, email, emailVerified, staff, since: row?.createdAt.toISOString() ?? null },
    sessions: await listSessions(site, account, deps),
    ...boundedList('holds', holds),
    ...(await readBelongings(deps.database, resellerId, { customerRef, email, addressDigest })),
    orders: orders.map((order) => viewOfOrder(order)),
    ordersComplete,
  }
}
