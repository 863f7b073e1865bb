import type { Order } from '#contracts/order.ts'
import type { Transaction } from '../database.ts'

/** Notes under which address an order was bought; once is enough, and it stays when the order is given back. */
export async function rememberAddress(
  transaction: Transaction,
  resellerId: string,
  { id: orderId, createdAt }: Order,
  addressDigest: string,
): Promise<void> {
  await transaction.orderAddress.createMany({
    data: { resellerId, orderId, addressDigest, boughtAt: new Date(createdAt) },
    skipDuplicates: true,
  })
}
