import { asReseller } from '#lib/database/database.ts'
import type { Storefront } from '#lib/storefront.ts'
import { addressDigest, type LinkedOrder, orderLinkKey } from '#platform/order-link.ts'

/** The key of a link to an order, as mails have it; negative for one that has expired. */
export const keyInTest = ({ environment }: Storefront, order: LinkedOrder, livesMs: number): string =>
  orderLinkKey(environment.orderLinkSecret, order, Date.now() + livesMs)

/** Notes under which address an order was bought, as the worker does when core confirms. */
export async function rememberInTest(
  { database, environment }: Storefront,
  resellerId: string,
  { orderId, email, boughtAt }: { orderId: string; email: string; boughtAt: Date },
): Promise<void> {
  const digest = addressDigest(environment.orderLinkSecret, resellerId, email)
  await asReseller(database, resellerId, (transaction) =>
    transaction.orderAddress.create({ data: { resellerId, orderId, addressDigest: digest, boughtAt } }),
  )
}
