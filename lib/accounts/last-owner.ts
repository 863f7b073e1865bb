import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'

/** One change of a reseller's staff at a time, to the end of the transaction: two owners who go must not both succeed. */
export async function lockStaff(transaction: ResellerTransaction, resellerId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`staff:${resellerId}`}))`
}

/** Whether this account is the reseller's only owner; counts for as long as {@link lockStaff} holds. */
export async function isLastOwner(
  transaction: ResellerTransaction,
  resellerId: string,
  accountId: string,
): Promise<boolean> {
  const owners = await transaction.staffMember.findMany({ where: { resellerId, role: 'owner' }, take: 2 })
  return owners.length === 1 && owners[0]?.accountId === accountId
}

/** The same in a transaction of its own, for saying so early: by the time it is heard it may be otherwise. */
export function isOnlyOwner(database: Database, resellerId: string, accountId: string): Promise<boolean> {
  return asReseller(database, resellerId, (transaction) => isLastOwner(transaction, resellerId, accountId))
}

/**
 * Takes whoever is about to go off the reseller's staff, in the transaction in which it is found that another owner stays:
 * whatever becomes of their going, there is one.
 * @returns false for the only owner, who stays
 */
export function leaveStaff(database: Database, resellerId: string, accountId: string): Promise<boolean> {
  return asReseller(database, resellerId, async (transaction) => {
    await lockStaff(transaction, resellerId)
    if (await isLastOwner(transaction, resellerId, accountId)) return false
    await transaction.staffMember.deleteMany({ where: { resellerId, accountId } })
    return true
  })
}
