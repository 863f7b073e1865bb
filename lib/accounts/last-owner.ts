import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'

/** Without an owner a reseller could never have one again. */
class LastOwner extends Error {
  override readonly name = 'LastOwner'
}

/** Whether this account is the reseller's only owner. */
export async function isLastOwner(
  transaction: ResellerTransaction,
  resellerId: string,
  accountId: string,
): Promise<boolean> {
  const owners = await transaction.staffMember.findMany({ where: { resellerId, role: 'owner' }, take: 2 })
  return owners.length === 1 && owners[0]?.accountId === accountId
}

/** The same in a transaction of its own. */
export function isOnlyOwner(database: Database, resellerId: string, accountId: string): Promise<boolean> {
  return asReseller(database, resellerId, (transaction) => isLastOwner(transaction, resellerId, accountId))
}

/** @throws LastOwner when this account is the reseller's only owner. */
export async function refuseLastOwner(database: Database, resellerId: string, accountId: string): Promise<void> {
  if (await isOnlyOwner(database, resellerId, accountId)) throw new LastOwner('a reseller keeps one owner at least')
}
