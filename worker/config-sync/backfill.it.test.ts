import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { createLog, type Log } from '#platform/log.ts'
import { openDatabase } from '../database.ts'
import { type ConfigPage, createResellerServiceClient, type ResellerServiceClient } from '../reseller-service/client.ts'
import { startBackfill } from './backfill.ts'
import { applyConfigEvents, NO_VERSION, noteRefusals, storeVersions } from './config-store.ts'

const silent = createLog('test', 'silent')
const config = (version: number) => exampleConfig({ name: `Version ${version}`, hosts: ['aurora.example'] })

/** Aurora's site is at version 5, and nothing of the four before it was ever seen. */
async function openWorld(resellerService: ResellerServiceClient, log: Log = silent) {
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

/** One page with all there is. */
async function* listing(versions: ConfigPage['versions']): AsyncGenerator<ConfigPage> {
  yield { versions, hasMore: false }
}

/** A reseller service that answers each page by `answer`, counted from 0; null when it fails. */
async function openService(answer: (page: number) => Promise<{ versions: number[]; last: boolean } | null>) {
  const server = createServer(async (request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('cursor') ?? 0)
    const answered = await answer(page)
    const items = answered?.versions.map((version) => ({
      ...{ version, status: 'superseded', createdAt: '2026-11-01T10:00:00Z', createdBy: 'somebody' },
      config: config(version),
    }))
    const nextCursor = answered?.last ? null : `${page + 1}`
    response.writeHead(answered ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ items, nextCursor }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    client: createResellerServiceClient(`http://127.0.0.1:${port}`, { '*': 'demo-{reseller}' }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

it('stores each page before it asks for the next, and keeps what it has when the service fails', async () => {
  const storedBefore: number[][] = []
  let away = true
  let versions: () => Promise<number[]> = async () => []
  await using service = await openService(async (page) => {
    storedBefore.push(await versions())
    if (page === 1 && away) return null
    return { versions: [[4, 3], [2], [1]][page] ?? [], last: page === 2 }
  })
  await using world = await openWorld(service.client)
  versions = world.versions
  await world.backfill.look()
  expect(await world.versions()).toEqual([3, 4, 5])
  away = false
  storedBefore.length = 0
  await world.backfill.look()
  expect(storedBefore).toEqual([
    [3, 4, 5],
    [3, 4, 5],
    [2, 3, 4, 5],
  ])
  expect(await world.versions()).toEqual([1, 2, 3, 4, 5])
})

it('says so when there are more pages than it asks for, and does not ask for them again and again', async () => {
  const lines: string[] = []
  const log = createLog('test', 'warn', { write: (line) => void lines.push(line) })
  let asked = 0
  await using service = await openService(async () => {
    asked += 1
    return { versions: [5], last: false }
  })
  await using world = await openWorld(service.client, log)
  await world.backfill.look()
  await world.backfill.look()
  expect(asked).toBe(50)
  expect(lines).toEqual([expect.stringContaining('"resellerId":"aurora"')])
  expect(lines[0]).toContain('there are more versions than are asked for')
})

it('fetches versions that never arrived, and says which of them cannot be used', async () => {
  const faulty = { ...config(2), currency: 'pounds' }
  const listed = [5, 4, 3, 1].map((version) => ({ version, config: config(version) }))
  await using world = await openWorld({ listConfigs: () => listing([...listed, { version: 2, config: faulty }]) })
  await world.backfill.look()
  expect(await world.versions()).toEqual([1, 3, 4, 5])
  expect(await world.database.configRejection.findMany()).toMatchObject([{ version: 2, sequence: 0 }])
  expect(await world.database.reseller.findMany()).toMatchObject([{ liveVersion: 5, sequence: 5 }])
})

it('waits for a reseller service that is away, and keeps the site meanwhile', async () => {
  let away = true
  await using world = await openWorld({
    async *listConfigs() {
      if (away) throw new Error('away')
      yield* listing([1, 2, 3, 4].map((version) => ({ version, config: config(version) })))
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
    async *listConfigs() {
      if (away) throw new Error('away')
      yield* listing([{ version: 4, config: config(4) }])
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
    async *listConfigs() {
      asked++
      yield* listing([{ version: 5, config: config(5) }])
    },
  })
  await world.backfill.look()
  await world.backfill.look()
  expect(asked).toBe(1)
})
