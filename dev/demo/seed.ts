import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { ConfigVersion } from '#contracts/config-event.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { ShowRecord } from '#dev/core/shows/show-record.ts'
import { readEnvironment } from '#platform/environment.ts'
import { RESELLERS } from './resellers/all.ts'
import { toRecord } from './show-record.ts'
import { SHOWS } from './shows/all.ts'

/** `node dev/demo/seed.ts` fills running stand-ins. Run again, it moves past shows ahead and brings texts up to date. */
const Environment = z.object({ CORE_URL: z.url(), RESELLER_SERVICE_URL: z.url() })
const SEEDER = 'demo seed'

const environment = readEnvironment(Environment)
const results = await Promise.all([
  ...Object.entries(RESELLERS).map(([id, config]) => publish(environment.RESELLER_SERVICE_URL, id, config)),
  storeAll(environment.CORE_URL, new Date()),
])
const counts = Object.entries(Object.groupBy(results.flat(), (result) => result))
console.log(counts.map(([result, all]) => `${all?.length ?? 0} ${result}`).join(', '))

/** Publishes a brand unless it is published already, or somebody has published one of their own. */
async function publish(url: string, id: string, config: ResellerConfig): Promise<string> {
  const call = (path: string, init?: RequestInit) => callJson(`${url}/v1/resellers/${id}/configs${path}`, init, id)
  const { items } = (await call('')) as { items: ConfigVersion[] }
  const live = items.find((version) => version.status === 'live')
  if (live && (live.createdBy !== SEEDER || isDeepStrictEqual(live.config, config))) return 'brands kept'
  const draft = (await call('', post({ config, createdBy: SEEDER }))) as ConfigVersion
  await call(`/${draft.version}/publish`, post({}))
  return 'brands published'
}

/** Sends the shows that core does not have yet, has in another state, or has in the past. */
async function storeAll(url: string, now: Date): Promise<string[]> {
  const stored = (await callJson(`${url}/dev/shows`)) as { id: string; startsAt: string; revision: string | null }[]
  const ahead = stored.filter((show) => new Date(show.startsAt) > now)
  const current = new Set(ahead.map((show) => `${show.id} ${show.revision}`))
  const records = SHOWS.map((show) => withRevision(toRecord(show, now)))
  const wanted = records.filter((record) => !current.has(`${record.id} ${record.revision}`))
  const results = await Promise.all(inTurns(wanted, 3).map((some) => storeInTurn(url, some)))
  return [...results.flat(), ...records.slice(wanted.length).map(() => 'shows unchanged')]
}

async function storeInTurn(url: string, records: readonly ShowRecord[]): Promise<string[]> {
  const results: string[] = []
  for (const record of records) {
    const init = { ...post(record), method: 'PUT' }
    const { result } = (await callJson(`${url}/dev/shows/${record.id}?mode=keep-upcoming`, init)) as { result: string }
    results.push(`shows ${result}`)
  }
  return results
}

/** Equal for records that differ in nothing but their dates, which move with the day of the seed. */
function withRevision(record: ShowRecord): ShowRecord {
  const { startsAt: _, endsAt: __, doorsAt: ___, onSaleAt: ____, ...rest } = record
  return { ...record, revision: createHash('sha256').update(JSON.stringify(rest)).digest('base64url') }
}

async function callJson(url: string, init: RequestInit = {}, resellerId = 'seed'): Promise<unknown> {
  const headers = { ...init.headers, authorization: `Bearer demo-${resellerId}` }
  const response = await fetch(url, { ...init, headers })
  if (!response.ok)
    throw new Error(`${init.method ?? 'GET'} ${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Deals the items out to so many hands. */
function inTurns<T>(items: readonly T[], hands: number): T[][] {
  return Array.from({ length: hands }, (_, hand) => items.filter((_item, index) => index % hands === hand))
}
