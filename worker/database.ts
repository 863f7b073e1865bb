import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

/**
 * Eight connections, which some seventeen share: a mail each of four at hand, a partition each of three for notifications,
 * two that note what was worked, one each for configurations, missing versions, events that wait, reminders, waitlists,
 * announcements, what is published and what is forgotten. Most of them look every few seconds and are done in
 * milliseconds, so eight at once are rare; whoever finds none free waits for up to three seconds, and then tries again as
 * if PostgreSQL were away. What listens has its own. Nobody waits for the worker, so it may be more patient than a page;
 * but never for ever.
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
