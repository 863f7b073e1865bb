import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { openDatabase } from '../database.ts'
import type { ResellerServiceClient } from '../reseller-service/client.ts'
import { startBackfill } from './backfill.ts'
import { applyConfigEvents, NO_VERSION, noteRefusals, storeVersions } from './config-store.ts'

const log = createLog('test', 'silent')
const config = (version: number) => exampleConfig({ name: `Version ${version}`, hosts: ['aurora.example'] })

/** Aurora's site is at version 5, and nothing of the four before it was ever seen. */
async function openWorld(resellerService: ResellerServiceClient) {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url)
  const live = { version: 5, config: config(5) }
  const envelope = { id: 'e', type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
  await applyConfigEvents(database, [{ ...envelope, resellerId: 'aurora', sequence: 5, live }])
  const backfill = startBackfill(database, resellerService, log)
  const versions = async () => {
    const rows = await database.configVersion.findMany({ orderBy: { version: 'asc' } })
    return rows.map(({ version }) => version)
  }
  return {
    database,
    backfill,
    versions,
    async [Symbol.asyncDispose]() {
      await backfill[Symbol.asyncDispose]()
      await database.$disconnect()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

it('fetches versions that never arrived, and says which of them cannot be used', async () => {
  const faulty = { ...config(2), currency: 'pounds' }
  const listed = [5, 4, 3, 1].map((version) => ({ version, config: config(version) }))
  await using world = await openWorld({ listConfigs: async () => [...listed, { version: 2, config: faulty }] })
  await world.backfill.look()
  expect(await world.versions()).toEqual([1, 3, 4, 5])
  expect(await world.database.configRejection.findMany()).toMatchObject([{ version: 2, sequence: 0 }])
  expect(await world.database.reseller.findMany()).toMatchObject([{ liveVersion: 5, sequence: 5 }])
})

it('waits for a reseller service that is away, and keeps the site meanwhile', async () => {
  let away = true
  await using world = await openWorld({
    async listConfigs() {
      if (away) throw new Error('away')
      return [1, 2, 3, 4].map((version) => ({ version, config: config(version) }))
    },
  })
  await world.backfill.look()
  expect(await world.versions()).toEqual([5])
  away = false
  await world.backfill.look()
  expect(await world.versions()).toEqual([1, 2, 3, 4, 5])
})

it('finds the one version that is missing beside a note about a record that had none', async () => {
  let away = true
  await using world = await openWorld({
    async listConfigs() {
      if (away) throw new Error('away')
      return [4].map((version) => ({ version, config: config(version) }))
    },
  })
  await world.backfill.look()
  const known = [1, 2, 3].map((version) => ({ resellerId: 'aurora', version, config: config(version) }))
  await world.database.$transaction((transaction) => storeVersions(transaction, known))
  const cause = { of: 'other', said: 'is not JSON' } as const
  const note = { resellerId: 'aurora', version: NO_VERSION, sequence: 0, reason: cause.said, cause }
  await noteRefusals(world.database, [note])
  away = false
  await world.backfill.look()
  expect(await world.versions()).toEqual([1, 2, 3, 4, 5])
})

it('does not ask for holes in the numbers again and again', async () => {
  let asked = 0
  await using world = await openWorld({
    async listConfigs() {
      asked++
      return [{ version: 5, config: config(5) }]
    },
  })
  await world.backfill.look()
  await world.backfill.look()
  expect(asked).toBe(1)
})
