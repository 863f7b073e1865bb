import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'
import { asReseller, openDatabase } from '#lib/database/database.ts'
import { makeRoom, withRoomFor } from './room-for-sign-up.ts'
import { scopedDatabase } from './scoped-database.ts'

it('of two sign-ups for one address at once, the second finds room, too', async () => {
  await using fresh = await freshDatabase()
  const database = openDatabase(fresh.url)
  const scoped = scopedDatabase(database, 'aurora', makeRoom)
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

/** For a lock of whatever kind, in this database. */
async function somebodyWaits(database: ReturnType<typeof openDatabase>): Promise<void> {
  await expect
    .poll(
      () =>
        database.$queryRaw`
          SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`,
      { timeout: 3_000, interval: 20 },
    )
    .toHaveLength(1)
}
