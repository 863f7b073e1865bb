import { AsyncLocalStorage } from 'node:async_hooks'
import { APIError } from 'better-auth/api'
import type { ResellerTransaction } from '#lib/database/database.ts'
import { freeAddress } from './room-for-sign-up.ts'

type Told = (transaction: ResellerTransaction) => Promise<unknown>

const following = new AsyncLocalStorage<{ readonly told: Told }>()

/** Does `work`, in which an account may get a new address; `told` is part of the transaction that changes it. */
export function withNewAddress<T>(told: Told, work: () => Promise<T>): Promise<T> {
  return following.run({ told }, work)
}

/**
 * For the transaction in which the library writes the new address of an account, before it does, when it has found its
 * token to be good: whoever signed up under that address since it was mailed, and did not confirm it, makes room.
 * @throws APIError when somebody has confirmed it: the link leads nowhere any more
 */
export async function beforeNewAddress(
  transaction: ResellerTransaction,
  resellerId: string,
  email: string,
): Promise<void> {
  await freeAddress(transaction, resellerId, email)
  if (await transaction.customerAccount.findFirst({ where: { resellerId, email } }))
    throw new APIError('BAD_REQUEST', { code: 'INVALID_TOKEN', message: 'the address is taken' })
  await following.getStore()?.told(transaction)
}
