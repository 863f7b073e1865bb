import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { PrismaClient } from '#generated/prisma/client.ts'
import { resellerTransaction } from '#platform/reseller-transaction.ts'
import { asReseller, type Database, openDatabase } from './database.ts'

/** A promise of two seconds, with room for a busy machine: where nothing ends a wait it lasts for ever. */
const GIVEN_UP_MS = 4_000

/** A database behind a proxy that can fall silent, with its connections open already. */
async function openWorld() {
  const fresh = await freshDatabase()
  const url = new URL(fresh.url)
  const proxy = await startFaultyProxy(Number(url.port))
  url.port = String(proxy.port)
  const database = openDatabase(url.href)
  const read = () => asReseller(database, 'aurora', (transaction) => transaction.customerHold.findMany())
  await read()
  return {
    proxy,
    database,
    read,
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]()
      await database.$disconnect()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

const elapsedMs = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now()
  await expect(work()).rejects.toThrow()
  return performance.now() - startedAt
}

describe('a database that falls silent', () => {
  it('is given up within two seconds, on open connections and on new ones', async () => {
    await using world = await openWorld()
    world.proxy.silent = true
    const many = Array.from({ length: 30 }, () => elapsedMs(world.read))
    expect(Math.max(...(await Promise.all(many)))).toBeLessThan(GIVEN_UP_MS)
  })

  it('is used again as soon as it answers', async () => {
    await using world = await openWorld()
    world.proxy.silent = true
    await elapsedMs(world.read)
    world.proxy.silent = false
    await vi.waitFor(() => world.read(), { timeout: 15_000, interval: 100 })
  })

  it('in the middle of a COMMIT fails that request and nobody else', async () => {
    await using world = await openWorld()
    world.proxy.silentAt = 'COMMIT'
    expect(await elapsedMs(world.read)).toBeLessThan(GIVEN_UP_MS)
    world.proxy.silentAt = null
    world.proxy.silent = false
    await vi.waitFor(() => world.read(), { timeout: 15_000, interval: 100 })
  })
})

describe('a row that another session keeps locked', () => {
  const change = (transaction: Database | Parameters<Parameters<typeof asReseller>[2]>[0]) =>
    transaction.customerHold.updateMany({ where: { resellerId: 'aurora' }, data: { locale: 'de-DE' } })

  it('is given up within two seconds, and is not without the limits', async () => {
    await using fresh = await freshDatabase()
    const owner = new pg.Client(fresh.ownerUrl)
    await owner.connect()
    const limited = openDatabase(fresh.url)
    const unlimited = new PrismaClient({ adapter: new PrismaPg({ connectionString: fresh.url }) })
    const wait = { waitMs: 60_000, limitMs: 60_000 }
    try {
      await owner.query(`INSERT INTO reseller VALUES ('aurora')`)
      await owner.query(`BEGIN; SET LOCAL marquee.reseller_id = 'aurora'`)
      await owner.query(
        `INSERT INTO customer_hold VALUES ('aurora', 'h', 'c', 's', '[]', '{"amount":1}', now(), 0, 0); COMMIT`,
      )
      await owner.query(`BEGIN; SET LOCAL marquee.reseller_id = 'aurora'; SELECT FROM customer_hold FOR UPDATE`)
      let over = false
      const patient = resellerTransaction(unlimited, 'aurora', change, wait).finally(() => (over = true))
      expect(await elapsedMs(() => asReseller(limited, 'aurora', change))).toBeLessThan(GIVEN_UP_MS)
      expect(over, 'as long as the lock lasts').toBe(false)
      await owner.query('COMMIT')
      expect(await patient).toEqual({ count: 1 })
      expect(await asReseller(limited, 'aurora', change)).toEqual({ count: 1 })
    } finally {
      await limited.$disconnect()
      await unlimited.$disconnect()
      await owner.end()
    }
  })
})
