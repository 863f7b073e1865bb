import type { OrderEvent } from '#contracts/core-event.ts'
import type { Order } from '#contracts/order.ts'
import { wordOfCode, wordsOfName } from '#platform/order-words.ts'
import type { Transaction } from '../database.ts'

/**
 * From these on an order can be found. The others come later in its life: an order that was forgotten by then, because its
 * buyer deleted their account, stays forgotten.
 */
const FOUND_FROM: readonly Order['status'][] = ['pending_payment', 'confirmed', 'failed']

/** What an order does not say itself. */
interface Noted {
  readonly addressDigest: string
  /** The language it was bought in; null where nobody knows. */
  readonly locale: string | null
}

/** Notes what the staff find an order by, and that core said this of it; again is as good as once. */
export async function keepFindable(
  transaction: Transaction,
  { resellerId, orderId, status, at }: OrderEvent,
  order: Order,
  noted: Noted,
): Promise<void> {
  if (FOUND_FROM.includes(status)) await keepWords(transaction, resellerId, order, noted)
  await transaction.$executeRaw`
    INSERT INTO order_step (reseller_id, order_id, status, at)
    SELECT reseller_id, order_id, ${status}, ${at}::timestamptz FROM order_lookup
    WHERE reseller_id = ${resellerId} AND order_id = ${orderId} FOR KEY SHARE
    ON CONFLICT DO NOTHING`
}

async function keepWords(
  transaction: Transaction,
  resellerId: string,
  { id: orderId, customerRef, createdAt, code, buyer }: Order,
  { addressDigest, locale }: Noted,
): Promise<void> {
  const { count } = await transaction.orderLookup.createMany({
    data: { resellerId, orderId, customerRef, boughtAt: new Date(createdAt), locale },
    skipDuplicates: true,
  })
  if (count === 0) return
  const names = wordsOfName(buyer.name).map((word) => ({ kind: 'name', word }))
  const words = [...names, { kind: 'code', word: wordOfCode(code) }, { kind: 'mail', word: addressDigest }]
  await transaction.orderWord.createMany({ data: words.map((word) => ({ resellerId, orderId, ...word })) })
}
