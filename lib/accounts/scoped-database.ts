import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import { type Arguments, scopeArguments } from './scope-arguments.ts'

/** The tables that Better Auth reads and writes, under the names we gave it. */
const MODELS = ['customerAccount', 'accountSession', 'accountCredential', 'accountVerification'] as const

type Operations = Readonly<Record<string, (args?: Arguments) => Promise<unknown>>>
type Models = Readonly<Record<(typeof MODELS)[number], Operations>>

/** As much of a Prisma client as Better Auth's adapter uses. */
export type ScopedDatabase = Models & {
  $transaction<T>(work: (transaction: ScopedDatabase) => Promise<T>): Promise<T>
}

/** Six statements or so, each of them bounded by itself. */
const TRANSACTION_LIMIT_MS = 4_000

/**
 * A database in which only one reseller's accounts exist. Twice so: every operation is confined by its arguments, and
 * runs in a transaction that row-level security knows the reseller of (decision 0070).
 * @param first what comes first in its transactions
 * @throws UnscopedOperation from whatever is not confined
 */
export function scopedDatabase(database: Database, resellerId: string, first: First = {}): ScopedDatabase {
  const run: Run = (work) => asReseller(database, resellerId, work, TRANSACTION_LIMIT_MS)
  return scoped(resellerId, run, first)
}

interface First {
  /** In the library's own transactions. */
  readonly transaction?: (transaction: ResellerTransaction, resellerId: string) => Promise<void>
  /** Before an account's address is changed to this one, in whichever transaction that happens. */
  readonly address?: (transaction: ResellerTransaction, resellerId: string, email: string) => Promise<void>
}

type Run = <T>(work: (transaction: ResellerTransaction) => Promise<T>) => Promise<T>

function scoped(resellerId: string, run: Run, first: First): ScopedDatabase {
  const models = Object.fromEntries(
    MODELS.map((model) => [model, operationsOf(model, resellerId, run, first)]),
  ) as Models
  return {
    ...models,
    $transaction: (work) =>
      run(async (transaction) => {
        await first.transaction?.(transaction, resellerId)
        return work(scoped(resellerId, (inner) => inner(transaction), first))
      }),
  }
}

function operationsOf(model: (typeof MODELS)[number], resellerId: string, run: Run, first: First): Operations {
  return new Proxy<Operations>(
    {},
    {
      get: (_, operation) => async (args?: Arguments) => {
        const confined = scopeArguments(resellerId, String(operation), args)
        const email = model === 'customerAccount' && String(operation).startsWith('update') && args?.data?.email
        return run(async (transaction) => {
          if (typeof email === 'string') await first.address?.(transaction, resellerId, email)
          return (transaction[model] as unknown as Operations)[String(operation)]?.(confined)
        })
      },
    },
  )
}
