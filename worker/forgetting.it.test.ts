import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'
import type { Log } from '#platform/log.ts'
import { type Database, openDatabase } from './database.ts'
import { forgetOld } from './forgetting.ts'

const resources = new AsyncDisposableStack()
let database: Database
let owner: pg.Client
beforeAll(async () => {
  const fresh = resources.use(await freshDatabase())
  database = resources.use(openDatabase(fresh.url))
  owner = new pg.Client(fresh.ownerUrl)
  await owner.connect()
  resources.defer(() => owner.end())
  await owner.query(`INSERT INTO reseller (reseller_id) VALUES ('aurora'), ('luna')`)
})
afterAll(() => resources.disposeAsync())

const never = () => false
const silent = () => ({ warn: vi.fn() })
const forget = (log = silent(), stopped: () => boolean = never) => forgetOld(database, log as unknown as Log, stopped)

/** Addresses of orders, of both resellers, some bought longer ago than anybody looks for. */
async function keepAddresses(): Promise<void> {
  await owner.query('DELETE FROM order_address')
  await owner.query(
    `INSERT INTO order_address (reseller_id, order_id, address_digest, bought_at)
     SELECT reseller_id, 'order-' || n, 'digest', now() - n * interval '100 days'
     FROM reseller, generate_series(1, 8) AS n`,
  )
}
const addresses = async () =>
  (await owner.query(`SELECT reseller_id || ' ' || order_id AS one FROM order_address ORDER BY 1`)).rows.map(({ one }) => one) // biome-ignore format: one line
const YOUNG = ['aurora', 'luna'].flatMap((reseller) => [1, 2, 3].map((n) => `${reseller} order-${n}`))

/** Has a function of the owner do something else, until the test is over. */
async function replaced(name: string, args: string, body: string): Promise<AsyncDisposable> {
  const { rows } = await owner.query(`SELECT pg_get_functiondef('${name}'::regproc) AS was`)
  await owner.query(`CREATE OR REPLACE FUNCTION ${name}(${args}) RETURNS BIGINT
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$ ${body} $$`)
  return { [Symbol.asyncDispose]: async () => void (await owner.query(rows[0].was)) }
}

it('what cannot be forgotten is named, and all the rest is forgotten', async () => {
  await keepAddresses()
  await using _broken = await replaced('forget_old_holds', 'older_than INTERVAL', `BEGIN RAISE 'no time'; END`)
  const log = silent()
  await forget(log)
  expect(await addresses()).toEqual(YOUNG)
  expect(log.warn.mock.calls.map(([fields]) => fields.name)).toEqual(['holds'])
})

it('what goes in portions is asked for until nothing is left', async () => {
  await keepAddresses()
  await using _slow = await replaced(
    'forget_old_order_addresses',
    '',
    `DECLARE gone BIGINT; BEGIN
       DELETE FROM order_address WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM order_address WHERE bought_at < now() - INTERVAL '1 year' LIMIT 3));
       GET DIAGNOSTICS gone = ROW_COUNT; RETURN gone; END`,
  )
  await forget()
  expect(await addresses()).toEqual(YOUNG)
})

it('nothing is forgotten once nobody wants it any more', async () => {
  await keepAddresses()
  await forget(silent(), () => true)
  expect(await addresses()).toHaveLength(16)
})

it('no call forgets more than a portion, and workers at once do not wait for each other', async () => {
  await owner.query('DELETE FROM order_address')
  await owner.query(
    `INSERT INTO order_address (reseller_id, order_id, address_digest, bought_at)
     SELECT 'aurora', 'old-' || n, 'digest', now() - interval '2 years' FROM generate_series(1, 8000) AS n`,
  )
  const ask = () => database.$queryRaw<{ gone: bigint }[]>`SELECT forget_old_order_addresses() AS gone`
  expect(await ask()).toEqual([{ gone: 5000n }])
  await owner.query('BEGIN')
  await owner.query(`SELECT 1 FROM order_address LIMIT 1000 FOR UPDATE`)
  expect(await ask(), 'what somebody else has is passed over').toEqual([{ gone: 2000n }])
  await owner.query('ROLLBACK')
  expect(await ask()).toEqual([{ gone: 1000n }])
})
