import { resellerTransaction } from '#platform/reseller-transaction.ts'
import type { Database, Transaction } from './database.ts'

/** Nobody waits for the worker: as patient as its connections are with a statement (`database.ts`). */
const PATIENCE_MS = 5_000

/** {@link resellerTransaction} on the worker's database. */
export const asReseller = <T>(
  database: Database,
  resellerId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> => resellerTransaction(database, resellerId, work, { waitMs: PATIENCE_MS, limitMs: PATIENCE_MS })
