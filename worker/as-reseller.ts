import type { Database, Transaction } from './database.ts'

/**
 * Runs `work` in a transaction that says whose data it touches: row-level security shows it that reseller's rows only.
 * What belongs to buyers is not reachable any other way.
 */
export function asReseller<T>(
  database: Database,
  resellerId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('marquee.reseller_id', ${resellerId}, true)`
      return work(transaction)
    },
    { maxWait: 5_000, timeout: 5_000 },
  )
}
