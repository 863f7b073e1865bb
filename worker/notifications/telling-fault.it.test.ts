import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { type FreshDatabase, freshDatabase, testServices } from '#dev/test/services.ts'
import { isDatabaseAway } from '#platform/database-away.ts'
import { asReseller } from '../as-reseller.ts'
import { type Database, openDatabase } from '../database.ts'
import { tellingFault } from './telling-fault.ts'

interface Outage {
  readonly proxy: FaultyProxy
  readonly fresh: FreshDatabase
}

const outages: Readonly<Record<string, (outage: Outage) => unknown>> = {
  'breaks its connections and takes no new ones'({ proxy }) {
    proxy.refusing = true
    proxy.cut()
  },
  'has forgotten its connections'({ proxy }) {
    proxy.refusing = true
    proxy.reset()
  },
  'falls silent'({ proxy }) {
    proxy.silent = true
  },
  'falls silent when a transaction begins'({ proxy }) {
    proxy.silentAt = 'BEGIN'
  },
  'falls silent in the middle of a COMMIT'({ proxy }) {
    proxy.silentAt = 'COMMIT'
  },
  'has no connection left': ({ fresh }) => asked(fresh.ownerUrl, (name) => `ALTER DATABASE ${name} CONNECTION LIMIT 0`),
  async 'is read-only'({ proxy, fresh }) {
    await asked(fresh.ownerUrl, (name) => `ALTER DATABASE ${name} SET default_transaction_read_only = on`)
    proxy.cut()
  },
  // The server's administrator may; so all are ended once somebody is in the middle of something.
  'ends its connections': ({ fresh }) =>
    asked(testServices.postgresUrl, () => 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      nameOf(fresh.ownerUrl),
    ]),
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function asked(url: string, sql: (name: string) => string, values: string[] = []): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql(nameOf(url)), values)
  } finally {
    await client.end()
  }
}

/** None that was free a moment ago: one of the proxies of the cases beside it might have it by now. */
const NOBODYS_PORT = 1

/** What the worker asks all day: reads and writes, in transactions and without. @returns what failed of it */
async function failuresOf(database: Database, during: () => unknown = () => {}): Promise<unknown[]> {
  const inTransaction = () =>
    asReseller(database, 'aurora', async (transaction) => {
      await during()
      await transaction.visit.findMany()
      await transaction.visit.deleteMany()
    })
  const all = await Promise.allSettled([
    ...[inTransaction(), inTransaction(), database.$queryRaw`SELECT 1 AS one`],
    database.heardShow.findUnique({ where: { showId: 'any' } }),
    database.workedTopic.deleteMany(),
  ])
  return all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
}

function expectAway(errors: readonly unknown[]): void {
  expect(errors.length).toBeGreaterThan(0)
  for (const error of errors) {
    expect(tellingFault(error), String(error)).toMatchObject({ kind: 'away' })
    expect(isDatabaseAway(error), String(error)).toBe(true)
  }
}

describe.concurrent('a PostgreSQL that', () => {
  it.each(Object.entries(outages))('%s is away, whatever Prisma says of it', async (name, begin) => {
    await using fresh = await freshDatabase()
    const url = new URL(fresh.url)
    await using proxy = await startFaultyProxy(Number(url.port))
    url.port = String(proxy.port)
    const database = openDatabase(url.href)
    const inTheMiddle = name === 'ends its connections'
    await asReseller(database, 'aurora', (transaction) => transaction.visit.findMany())
    if (!inTheMiddle) await begin({ proxy, fresh })
    expectAway(await failuresOf(database, () => inTheMiddle && begin({ proxy, fresh })))
    proxy.cut()
    await database.$disconnect()
  })

  it.each(['127.0.0.1', 'localhost', 'nobody-knows-it.invalid'])('is not at %s is away', async (host) => {
    await using database = openDatabase(`postgres://marquee_app:marquee@${host}:${NOBODYS_PORT}/marquee`)
    expectAway(await failuresOf(database))
  })

  it('has other passwords is away', async () => {
    await using fresh = await freshDatabase()
    const url = new URL(fresh.url)
    url.username = 'nobody'
    await using database = openDatabase(url.href)
    expectAway(await failuresOf(database))
  })

  it('refuses what it is given is not', async () => {
    await using fresh = await freshDatabase()
    await using database = openDatabase(fresh.url)
    const refused = database.reseller.create({ data: { resellerId: 'nul\0' } })
    const error = await refused.then(
      () => null,
      (failure: unknown) => failure,
    )
    expect(isDatabaseAway(error), String(error)).toBe(false)
    expect(tellingFault(error).kind).toBe('lasting')
  })
})
