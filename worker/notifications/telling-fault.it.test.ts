import { describe, expect, it } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { asReseller } from '../as-reseller.ts'
import { openDatabase } from '../database.ts'
import { tellingFault } from './telling-fault.ts'

const outages: Readonly<Record<string, (proxy: FaultyProxy) => void>> = {
  'breaks its connections and takes no new ones'(proxy) {
    proxy.refusing = true
    proxy.cut()
  },
  'falls silent'(proxy) {
    proxy.silent = true
  },
  'falls silent when a transaction begins'(proxy) {
    proxy.silentAt = 'BEGIN'
  },
  'falls silent in the middle of a COMMIT'(proxy) {
    proxy.silentAt = 'COMMIT'
  },
}

describe.concurrent('a PostgreSQL that', () => {
  it.each(Object.entries(outages))('%s is away, whatever Prisma says of it', async (_, begin) => {
    await using fresh = await freshDatabase()
    const url = new URL(fresh.url)
    await using proxy = await startFaultyProxy(Number(url.port))
    url.port = String(proxy.port)
    const database = openDatabase(url.href)
    const inTransaction = () => asReseller(database, 'aurora', (transaction) => transaction.visit.findMany())
    await inTransaction()
    begin(proxy)
    const failed = await Promise.allSettled([
      ...[inTransaction(), inTransaction(), database.$queryRaw`SELECT 1 AS one`],
      database.heardShow.findUnique({ where: { showId: 'any' } }),
    ])
    const errors = failed.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(errors.length).toBeGreaterThan(0)
    for (const error of errors) expect(tellingFault(error), String(error)).toMatchObject({ kind: 'away' })
    proxy.cut()
    await database.$disconnect()
  })
})
