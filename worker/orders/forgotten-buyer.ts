import type { Order } from '#contracts/order.ts'
import { buyerLock } from '#platform/buyer-lock.ts'
import type { Transaction } from '../database.ts'

/**
 * Whether an order's buyer has deleted their account since they bought it: then nothing is told to them (decision 0105). It
 * stays so until the transaction ends. What was bought after that, with a browser that still had the reference, is told.
 */
export async function isForgotten(
  transaction: Transaction,
  resellerId: string,
  { customerRef, createdAt }: Pick<Order, 'customerRef' | 'createdAt'>,
): Promise<boolean> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${buyerLock(resellerId, customerRef)}))`
  const row = await transaction.forgottenBuyer.findUnique({
    where: { resellerId_customerRef: { resellerId, customerRef } },
  })
  return row !== null && new Date(createdAt) <= row.since
}
