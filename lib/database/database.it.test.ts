import { describe, expect, it, vi } from 'vitest'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { asReseller, openDatabase } from './database.ts'

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
