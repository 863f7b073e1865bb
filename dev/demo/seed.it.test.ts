import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ShowPage } from '#contracts/show.ts'
import { type CoreInTest, startCoreInTest } from '#dev/core/testing/core-in-test.ts'
import { createApp } from '#dev/reseller-service/app.ts'
import { openDatabase } from '#dev/stand-in/database.ts'
import { emptyDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'

const log = createLog('seed-in-test', 'warn')
let shop: CoreInTest
let addresses: { CORE_URL: string; RESELLER_SERVICE_URL: string }
let firstSeed: string
const open = new AsyncDisposableStack()

beforeAll(async () => {
  shop = open.use(await startCoreInTest())
  const database = open.use(await emptyDatabase())
  const schema = new URL('../reseller-service/schema.sql', import.meta.url)
  const pool = open.use(await openDatabase(database.ownerUrl, schema, log))
  const ops = { role: 'reseller-service', id: 'test', metrics: createMetrics('t'), readiness: () => ({ ready: true }) }
  const sender = { sendBatch: async () => [] }
  const configs = createApp({ store: { pool, topic: 'reseller.config' }, sender, log, ops })
  open.defer(() => configs.close())
  addresses = { CORE_URL: await shop.app.listen({ port: 0 }), RESELLER_SERVICE_URL: await configs.listen({ port: 0 }) }
  firstSeed = await seed()
})
afterAll(() => open.disposeAsync())

async function seed(): Promise<string> {
  const program = new URL('seed.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...addresses } })
  return stdout.trim()
}
const dates = async () => (await shop.core.pool.query('SELECT id, starts_at, version FROM show ORDER BY id')).rows
const listed = async (as: string) => ShowPage.parse((await shop.call({ url: '/v1/shows?limit=100', as })).body).items

test('a first seed publishes every brand and creates every show, all of them ahead', async () => {
  expect(firstSeed).toMatch(/^4 brands published, \d+ shows created$/)
  for (const reseller of ['aurora', 'luna', 'hoshi', 'kite'])
    expect((await listed(reseller)).length).toBeGreaterThan(12)
})

test('a second seed changes nothing', async () => {
  const before = await dates()
  expect(await seed()).toMatch(/^4 brands kept, \d+ shows unchanged$/)
  expect(await dates()).toEqual(before)
})

test('a seed moves a show that is over ahead again, and leaves the others', async () => {
  const before = await dates()
  await shop.core.pool.query(`UPDATE show SET starts_at = now() - interval '1 day' WHERE id = 'velvet-static'`)
  expect(await seed()).toContain('1 shows replaced')
  const after = await dates()
  const moved = after.find((show) => show.id === 'velvet-static')
  expect(moved.starts_at > new Date()).toBe(true)
  expect(moved.version).toBe(1)
  expect(after.filter((show) => show.id !== 'velvet-static')).toEqual(
    before.filter((show) => show.id !== 'velvet-static'),
  )
})

test('a show keeps its date and its sales when its text is brought up to date', async () => {
  await shop.call({ method: 'POST', url: '/dev/sell', payload: { showId: 'velvet-static' } })
  const before = (await dates()).find((show) => show.id === 'velvet-static')
  await shop.core.pool.query(`UPDATE show SET revision = 'another' WHERE id = 'velvet-static'`)
  expect(await seed()).toContain('1 shows texts-updated')
  const after = (await dates()).find((show) => show.id === 'velvet-static')
  expect(after).toEqual({ ...before, version: before.version + 1 })
  const { rows } = await shop.core.pool.query(
    `SELECT sum(available)::int AS left FROM tier WHERE show_id = 'velvet-static'`,
  )
  const { body } = await shop.call({ url: '/v1/shows/velvet-static/availability' })
  expect(body.tiers.reduce((sum: number, tier: { available: number }) => sum + tier.available, 0)).toBe(rows[0].left)
})

test('posters are served to anyone, in the four widths and no other', async () => {
  const ask = (query: string, key = 'velvet-static') => shop.app.inject({ url: `/v1/artworks/${key}${query}` })
  const picture = await ask('?width=480')
  expect(picture.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(picture.rawPayload.subarray(8, 12).toString()).toBe('WEBP')
  expect((await ask('?width=480')).rawPayload.equals(picture.rawPayload)).toBe(true)
  expect((await ask('?width=481')).statusCode).toBe(400)
  expect((await ask('')).statusCode).toBe(400)
  expect((await ask('?width=480', 'no-such-picture')).statusCode).toBe(404)
})
