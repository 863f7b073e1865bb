import { AsyncLocalStorage } from 'node:async_hooks'
import type { ResellerTransaction } from '#lib/database/database.ts'

const signingUp = new AsyncLocalStorage<{ readonly email: string }>()

/** Does `work`, a sign-up, whose transaction makes room for this address. */
export function withRoomFor<T>(email: string, work: () => Promise<T>): Promise<T> {
  return signingUp.run({ email }, work)
}

/**
 * Deletes the account under the address of a sign-up that nobody ever confirmed; outside {@link withRoomFor} it does
 * nothing. For the beginning of the library's own transaction, after its limits and before it looks for the address: it
 * has no hook there. A sign-up that is refused or fails leaves that account, and the link mailed for it, as they were.
 */
export async function makeRoom(transaction: ResellerTransaction, resellerId: string): Promise<void> {
  const email = signingUp.getStore()?.email
  if (email !== undefined) await freeAddress(transaction, resellerId, email)
}

/** Deletes the account under an address that nobody ever confirmed; until the transaction ends nobody signs up with it. */
export async function freeAddress(transaction: ResellerTransaction, resellerId: string, email: string): Promise<void> {
  // One after the other: a second one would not see, and so not delete, what the first is about to leave.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`sign-up:${resellerId}:${email}`}))`
  await transaction.customerAccount.deleteMany({ where: { resellerId, email, emailVerified: false } })
}
