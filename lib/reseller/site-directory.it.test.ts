import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { CONFIG_CHANNEL } from '#contracts/config-event.ts'
import { applyMigrations } from '#dev/migrations/apply.ts'
import { startPostgres } from '#dev/services/postgres.ts'
import { databaseUrl, prepareServer } from '#dev/services/postgres-roles.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { openDatabase } from '#lib/database/database.ts'
import { publish } from '#lib/test/storefront-in-test.ts'
import { createLog } from '#platform/log.ts'
import { listenForConfig } from './config-listener.ts'
import { openSiteDirectory } from './site-directory.ts'
import { databaseSiteSource } from './site-source.ts'

const log = createLog('test', 'silent')
/** A second, with room for a busy machine, and before everything is read again in any case. */
const soon = { timeout: 3_000, interval: 5 }

/** One storefront instance, as far as sites go. */
function openInstance(url: string) {
  const database = openDatabase(url)
  const directory = openSiteDirectory(databaseSiteSource(database, log), log)
  const { promise: listening, resolve: listens } = Promise.withResolvers<void>()
  const hear = () => {
    listens() // it is told so when it begins to
    void directory.refresh()
  }
  const listener = listenForConfig(url, hear, log)
  const version = async (host: string) => (await directory.find(host))?.version ?? null
  return {
    database,
    directory,
    listening,
    version,
    announce: (resellerId: string) => database.$executeRaw`SELECT pg_notify(${CONFIG_CHANNEL}, ${resellerId})`,
    async [Symbol.asyncDispose]() {
      await listener[Symbol.asyncDispose]()
      await directory[Symbol.asyncDispose]()
      await database.$disconnect()
    },
  }
}

it('shows a publish on every instance within a second of its announcement', async () => {
  await using fresh = await freshDatabase()
  await using writer = openInstance(fresh.url)
  await using reader = openInstance(fresh.url)
  await Promise.all([writer.listening, reader.listening])
  await publish(writer, 'aurora')
  await writer.announce('aurora')
  for (const one of [writer, reader]) {
    await expect.poll(() => one.version('aurora.localhost'), soon).toBe(1)
  }
  await publish(writer, 'aurora', { version: 2, hosts: ['new.localhost', 'aurora.localhost'] })
  await writer.announce('aurora')
  await expect.poll(() => reader.version('new.localhost'), soon).toBe(2)
  expect(await reader.directory.find('aurora.localhost')).toMatchObject({ version: 2, primaryHost: 'new.localhost' })
})

it('drops a host that its reseller gave up', async () => {
  await using fresh = await freshDatabase()
  await using one = openInstance(fresh.url)
  await publish(one, 'aurora', { hosts: ['old.localhost'] })
  await one.directory.refresh()
  await publish(one, 'aurora', { version: 2, hosts: ['new.localhost'] })
  await one.directory.refresh()
  expect([await one.version('old.localhost'), await one.version('new.localhost')]).toEqual([null, 2])
})

it('reads again by itself when an announcement was lost', async () => {
  await using fresh = await freshDatabase()
  await using one = openInstance(fresh.url)
  await one.listening
  await one.directory.refresh()
  await publish(one, 'aurora')
  await expect.poll(() => one.version('aurora.localhost')).toBe(1)
})

it('keeps the last known sites while PostgreSQL is away, and catches up when it is back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'marquee-sites-'))
  const start = (port?: number) => startPostgres({ dataDir, throwaway: true, say: () => {}, ...(port && { port }) })
  let server = await start()
  try {
    await prepareServer(server.address)
    await applyMigrations(databaseUrl(server.address, 'owner', 'marquee'))
    await using one = openInstance(databaseUrl(server.address, 'application', 'marquee'))
    await publish(one, 'aurora')
    await one.directory.refresh()
    await server[Symbol.asyncDispose]()
    await one.directory.refresh()
    expect(await one.version('aurora.localhost')).toBe(1)

    server = await start(Number(new URL(server.address).port))
    await vi.waitFor(() => publish(one, 'aurora', { version: 2 }), { timeout: 15_000, interval: 100 })
    await expect.poll(() => one.version('aurora.localhost')).toBe(2)
  } finally {
    await server[Symbol.asyncDispose]()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

it('listens again after its connection was ended, and hears what comes then', async () => {
  await using fresh = await freshDatabase()
  await using one = openInstance(fresh.url)
  await using _other = openInstance(fresh.url)
  let heard = 0
  await using _listener = listenForConfig(fresh.url, () => heard++, log)
  await expect.poll(() => heard).toBe(1)
  await one.database.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'storefront-listener' AND datname = current_database()`
  await expect.poll(() => heard).toBe(2)
  await one.announce('aurora')
  await expect.poll(() => heard).toBe(3)
})
