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
 * @param first what the library's own transactions begin with
 * @throws UnscopedOperation from whatever is not confined
 */
export function scopedDatabase(database: Database, resellerId: string, first: First = async () => {}): ScopedDatabase {
  const run: Run = (work) => asReseller(database, resellerId, work, TRANSACTION_LIMIT_MS)
  return scoped(resellerId, run, first)
}

type First = (transaction: ResellerTransaction, resellerId: string) => Promise<void>

type Run = <T>(work: (transaction: ResellerTransaction) => Promise<T>) => Promise<T>

function scoped(resellerId: string, run: Run, first: First): ScopedDatabase {
  const models = Object.fromEntries(MODELS.map((model) => [model, operationsOf(model, resellerId, run)])) as Models
  return {
    ...models,
    $transaction: (work) =>
      run(async (transaction) => {
        await first(transaction, resellerId)
        return work(scoped(resellerId, (inner) => inner(transaction), first))
      }),
  }
}

function operationsOf(model: (typeof MODELS)[number], resellerId: string, run: Run): Operations {
  return new Proxy<Operations>(
    {},
    {
      get: (_, operation) => async (args?: Arguments) => {
        const confined = scopeArguments(resellerId, String(operation), args)
        return run(
          (transaction) =>
            (transaction[model] as unknown as Operations)[String(operation)]?.(confined) as Promise<unknown>,
        )
      },
    },
  )
}
