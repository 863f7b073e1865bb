import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

/**
 * Eight connections: one applies configurations, one looks for missing versions, one or two look whether a mail is wanted
 * and note what became of it, one each for notifications, reminders and what is published, two to spare. Nobody waits for
 * the worker, so it may be more patient than a page; but never for ever.
 */
export function openDatabase(connectionString: string): Database & AsyncDisposable {
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString,
      max: 8,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 5_000,
      query_timeout: 6_000,
      keepAlive: true,
    }),
  })
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.$disconnect() })
}

/** The SQLSTATE of the error that PostgreSQL answered with, through Prisma's layers; null for any other failure. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; typeof at === 'object' && at !== null; ) {
    const layer = at as { originalCode?: unknown; meta?: { driverAdapterError?: unknown }; cause?: unknown }
    if (typeof layer.originalCode === 'string') return layer.originalCode
    at = layer.meta?.driverAdapterError ?? layer.cause
  }
  return null
}
