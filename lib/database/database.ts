import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts'
import { resellerTransaction } from '#platform/reseller-transaction.ts'

export type Database = PrismaClient
/** A connection inside {@link asReseller}. */
export type ResellerTransaction = Prisma.TransactionClient

/**
 * Ten connections a process: pages read from memory, so only holds and configuration reach the database. Nothing waits
 * longer than a request may take (2 s), neither for a connection nor for an answer.
 */
export function openDatabase(connectionString: string): Database {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString,
      max: 10,
      connectionTimeoutMillis: 1_000,
      statement_timeout: 1_400,
      query_timeout: 1_500,
      keepAlive: true,
    }),
  })
}

/**
 * {@link resellerTransaction} on the storefront's database.
 * @param limitMs how long the whole of it may take; the usual leaves a request inside its 2 s
 */
export const asReseller = <T>(
  database: Database,
  resellerId: string,
  work: (transaction: ResellerTransaction) => Promise<T>,
  limitMs = 1_600,
): Promise<T> => resellerTransaction(database, resellerId, work, { waitMs: 1_000, limitMs })
