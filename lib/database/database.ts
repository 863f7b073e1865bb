import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts'

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
 * Runs `work` in a transaction that says whose data it touches; row-level security shows it that reseller's rows only.
 * Data of buyers is not reachable any other way.
 * @param limitMs how long the whole of it may take; the usual leaves a request inside its 2 s
 */
export function asReseller<T>(
  database: Database,
  resellerId: string,
  work: (transaction: ResellerTransaction) => Promise<T>,
  limitMs = 1_600,
): Promise<T> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('marquee.reseller_id', ${resellerId}, true)`
      return work(transaction)
    },
    { maxWait: 1_000, timeout: limitMs },
  )
}
