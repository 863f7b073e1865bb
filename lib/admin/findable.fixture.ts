import type { Order } from '#contracts/order.ts'
import { asReseller } from '#lib/database/database.ts'
import type { Storefront } from '#lib/storefront.ts'
import { addressDigest } from '#platform/order-link.ts'
import { wordOfCode, wordsOfName } from '#platform/order-words.ts'

/** Notes what an order is found by, as the worker does when core tells of it. */
export async function findableInTest(
  { database, environment }: Storefront,
  resellerId: string,
  {
    id: orderId,
    customerRef,
    code,
    buyer,
    createdAt,
  }: Pick<Order, 'id' | 'customerRef' | 'code' | 'buyer' | 'createdAt'>,
): Promise<void> {
  const words = [
    ...wordsOfName(buyer.name).map((word) => ({ kind: 'name', word })),
    { kind: 'code', word: wordOfCode(code) },
    { kind: 'mail', word: addressDigest(environment.orderLinkSecret, resellerId, buyer.email) },
  ]
  await asReseller(database, resellerId, async (transaction) => {
    await transaction.orderLookup.create({ data: { resellerId, orderId, customerRef, boughtAt: new Date(createdAt) } })
    await transaction.orderWord.createMany({ data: words.map((word) => ({ resellerId, orderId, ...word })) })
    await transaction.orderStep.create({ data: { resellerId, orderId, status: 'confirmed', at: new Date(createdAt) } })
  })
}
