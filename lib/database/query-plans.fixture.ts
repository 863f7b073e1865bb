import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { FreshDatabase } from '#dev/test/services.ts'
import { PrismaClient } from '#generated/prisma/client.ts'
import type { Database } from './database.ts'

/** Fills tables as their owner, and lets PostgreSQL count what is in them, by which it chooses its plans. */
export async function fillTables({ ownerUrl }: FreshDatabase, ...statements: readonly string[]): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    for (const statement of [...statements, 'ANALYZE']) await owner.query(statement)
  } finally {
    await owner.end()
  }
}

/** How PostgreSQL goes about each reading of a table that `work` does, as the role that programs have and for one reseller. */
export async function plansOf(
  { url }: FreshDatabase,
  resellerId: string,
  work: (database: Database) => Promise<unknown>,
): Promise<string[]> {
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url }),
    log: [{ emit: 'event', level: 'query' }],
  })
  const queries: string[] = []
  database.$on('query', ({ query }) => void queries.push(query))
  const reader = new pg.Client(url)
  await reader.connect()
  try {
    await work(database as Database)
    await reader.query("SELECT set_config('marquee.reseller_id', $1, false)", [resellerId])
    const plans: string[] = []
    for (const query of queries.filter((one) => /^\s*SELECT\b.*\bFROM\b/is.test(one))) {
      const { rows } = await reader.query(`EXPLAIN (GENERIC_PLAN) ${query}`)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return plans
  } finally {
    await reader.end()
    await database.$disconnect()
  }
}
