import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { expect, it } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'
import { PrismaClient } from '#generated/prisma/client.ts'
import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import { makeRoom, withRoomFor } from './room-for-sign-up.ts'
import { scopedDatabase } from './scoped-database.ts'

it('of two sign-ups for one address at once, the second finds room, too', async () => {
  await using fresh = await freshDatabase()
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: fresh.url }) })
  const scoped = scopedDatabase(patient(database), 'aurora', { transaction: makeRoom })
  const email = 'ada@example.com'
  const found: unknown[] = []
  const signUp = (name: string, meanwhile: () => Promise<void>) =>
    withRoomFor(email, () =>
      scoped.$transaction(async ({ customerAccount }) => {
        const there = (await customerAccount.findFirst?.({ where: { email } })) as { name: string } | null
        found.push(there?.name)
        const id = randomUUID()
        if (!there) await customerAccount.create?.({ data: { id, customerRef: id, email, name } })
        await meanwhile()
      }),
    )
  try {
    await database.reseller.create({ data: { resellerId: 'aurora' } })
    await signUp('pending', async () => {})
    let second: Promise<void> = Promise.resolve()
    await signUp('first', async () => {
      second = signUp('second', async () => {})
      await somebodyWaits(database)
    })
    await second
    expect(found).toEqual([undefined, undefined, undefined])
    const left = await asReseller(database, 'aurora', (transaction) => transaction.customerAccount.findMany())
    expect(left).toMatchObject([{ email, name: 'second' }])
  } finally {
    await database.$disconnect()
  }
})

/**
 * Without the limits of a request, which the second sign-up, waiting for the first, would reach on a busy machine: what
 * this is about is who finds room.
 */
const patient = (database: Database): Database =>
  ({
    $transaction: (work: (transaction: ResellerTransaction) => Promise<unknown>) =>
      database.$transaction(work, { maxWait: 30_000, timeout: 30_000 }),
  }) as unknown as Database

/** For a lock of whatever kind, in this database. */
async function somebodyWaits(database: Database): Promise<void> {
  await expect
    .poll(
      () =>
        database.$queryRaw`
          SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`,
      { interval: 20 },
    )
    .toHaveLength(1)
}
