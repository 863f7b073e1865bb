/** A Prisma client, as far as transactions go: which tables it knows is its program's business. */
interface Transactional<Transaction> {
  $transaction<T>(
    work: (transaction: Transaction) => Promise<T>,
    limits: { readonly maxWait: number; readonly timeout: number },
  ): Promise<T>
}

interface Speaking {
  $queryRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<unknown>
}

/** How long a transaction may wait for a connection, and then take as a whole. */
export interface TransactionLimits {
  readonly waitMs: number
  readonly limitMs: number
}

/**
 * Runs `work` in a transaction that says whose data it touches; row-level security shows it that reseller's rows only.
 * Each program has its own limits for it, and data of buyers is not reachable any other way.
 */
export function resellerTransaction<Transaction extends Speaking, T>(
  database: Transactional<Transaction>,
  resellerId: string,
  work: (transaction: Transaction) => Promise<T>,
  { waitMs, limitMs }: TransactionLimits,
): Promise<T> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('marquee.reseller_id', ${resellerId}, true)`
      return work(transaction)
    },
    { maxWait: waitMs, timeout: limitMs },
  )
}
