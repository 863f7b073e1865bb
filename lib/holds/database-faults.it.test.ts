import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { connect } from '#dev/test/connect.ts'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { openDatabase } from '#lib/database/database.ts'
import { problemTypeOf } from '#lib/http/failure-response.ts'
import { createOrder, findOrder, type OrderOutcome } from '#lib/orders/orders.ts'
import { createOtherTotals } from '#lib/orders/other-totals.ts'
import type { Storefront } from '#lib/storefront.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { createLog } from '#platform/log.ts'
import { createHoldMemory } from './hold-memory.ts'
import { createHold, extendHold, findHold, type HoldOutcome, type ReleaseOutcome, releaseHold } from './holds.ts'

/*
 * What PostgreSQL can do to a sale. core is the one that sells, so whatever becomes of our memory, who asks again with the
 * same key gets what core has, and core has it once.
 */

/** A promise of two seconds, with room for a busy machine: where nothing ends a wait it lasts for ever. */
const GIVEN_UP_MS = 4_000
const patience = { timeout: 15_000, interval: 50 }
const request = { showId: 'night-train', items: [{ tierId: 'floor', quantity: 2 }] }
const buyer = { name: 'Ada Lovelace', email: 'ada.lovelace@example.com' }

let shop: StorefrontInTest
const said: string[] = []
const customers: string[] = []
const log = createLog('test', 'info', { write: (line) => void said.push(line) })

beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 100 }))
})
afterAll(() => shop[Symbol.asyncDispose]())

/** What came of asking: the outcome, or the problem that a route answers a failure with. */
type Answer = HoldOutcome | OrderOutcome | ReleaseOutcome | { readonly outcome: string }
const answerOf = (work: Promise<Answer>): Promise<Answer> => work.catch((error) => ({ outcome: problemTypeOf(error) }))
const UNAVAILABLE = { outcome: 'storefront/unavailable' }
const idOf = (answer: Answer) =>
  'hold' in answer ? answer.hold.id : 'order' in answer ? answer.order.id : answer.outcome

/** A storefront's side of sales on connections of its own, so that what becomes of them concerns no other test. */
async function openTill() {
  const name = `till-${randomUUID().slice(0, 8)}`
  const url = new URL(shop.database.url)
  const proxy = await startFaultyProxy(Number(url.port))
  url.port = String(proxy.port)
  url.searchParams.set('application_name', name)
  const database = openDatabase(url.href)
  const customerRef = mintCustomerRef()
  customers.push(customerRef)
  const deps: Storefront = {
    ...{ ...shop.storefront, database, log, holdMemory: createHoldMemory(database) },
    otherTotals: createOtherTotals(database, () => {}, log),
  }
  const app = await connect(shop.database.url)
  const ours = `application_name = '${name}' AND datname = current_database() AND usename = current_user`
  return {
    proxy,
    deps,
    customerRef,
    hold: (key: string = randomUUID(), changed = deps) =>
      answerOf(createHold(shop.aurora, customerRef, request, key, changed)),
    order: (holdId: string, changed = deps, site = shop.aurora) =>
      answerOf(createOrder(site, customerRef, { holdId, buyer }, changed)),
    extend: (holdId: string) => answerOf(extendHold(shop.aurora, customerRef, holdId, deps)),
    release: (holdId: string) => answerOf(releaseHold(shop.aurora, customerRef, holdId, deps)),
    find: (holdId: string) => findHold(shop.aurora, customerRef, holdId, deps),
    /** As another process has it, whose connections are well. */
    remembered: (holdId: string) => findHold(shop.aurora, customerRef, holdId, shop.storefront),
    /** Until one of our statements waits for somebody's lock. */
    untilHeldUp: () =>
      vi.waitUntil(
        async () =>
          (await app.query(`SELECT FROM pg_stat_activity WHERE ${ours} AND wait_event_type = 'Lock'`)).rowCount,
        patience,
      ),
    async endConnections() {
      await app.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${ours}`)
    },
    async atCore() {
      const count = async (table: string) => {
        const { pool } = shop.core.core
        return (await pool.query(`SELECT FROM ${table} WHERE customer_ref = $1`, [customerRef])).rowCount
      }
      return { holds: await count('hold'), orders: await count('orders') }
    },
    async [Symbol.asyncDispose]() {
      await app.end()
      await database.$disconnect()
      await proxy[Symbol.asyncDispose]()
    },
  }
}
type Till = Awaited<ReturnType<typeof openTill>>

async function heldAt(till: Till, key?: string): Promise<string> {
  const held = await till.hold(key)
  if (!('hold' in held)) throw new Error(`no hold: ${JSON.stringify(held)}`)
  return held.hold.id
}

/** Somebody else's transaction that has taken a lock, until it is disposed. */
async function inTheWay(statement: string, values: readonly string[] = []) {
  const other = await connect(shop.database.ownerUrl)
  await other.query(`BEGIN; SET LOCAL marquee.reseller_id = 'aurora'`)
  await other.query(statement, [...values])
  return other
}
const lockHold = (holdId: string) => inTheWay('SELECT FROM customer_hold WHERE hold_id = $1 FOR UPDATE', [holdId])

/** Asks again, as a browser does, until the answer is no failure. */
async function askAgain(ask: () => Promise<Answer>): Promise<Answer> {
  return await vi.waitUntil(async () => {
    const answer = await ask()
    return answer.outcome.startsWith('storefront/') ? false : answer
  }, patience)
}

/** Another language than that of the page with the hold, so that it is noted before core hears of an order. */
const german = () => ({ ...shop.aurora, config: { ...shop.aurora.config, locale: 'de-DE' as const } })

/** The guard taken out: each time core is asked as if it were the first. */
const forgetful = (deps: Storefront): Storefront => ({
  ...deps,
  core: {
    ...deps.core,
    send: (resellerId, asked) => deps.core.send(resellerId, { ...asked, idempotencyKey: randomUUID() }),
  },
})

describe('connections that are ended on the way', () => {
  async function endedInHold(till: Till, deps: Storefront, end: () => Promise<void> = till.endConnections) {
    const key = randomUUID()
    {
      await using _ = await inTheWay('LOCK TABLE customer_hold IN SHARE MODE')
      const first = till.hold(key, deps)
      await till.untilHeldUp()
      await end()
      expect(await first).toEqual(UNAVAILABLE)
    }
    return await askAgain(() => till.hold(key, deps))
  }

  it.each([
    ['by PostgreSQL', (till: Till) => till.endConnections()],
    ['without a word', async (till: Till) => till.proxy.cut()],
  ])('%s leave one hold, which the same key finds', async (_by, end) => {
    await using till = await openTill()
    const again = await endedInHold(till, till.deps, () => end(till))
    expect(again).toMatchObject({ outcome: 'held' })
    expect(await till.atCore()).toEqual({ holds: 1, orders: 0 })
    expect(await till.find(idOf(again))).toMatchObject({ status: 'active' })
  })

  it('would leave two, were the key not handed on to core', async () => {
    await using till = await openTill()
    expect(await endedInHold(till, forgetful(till.deps))).toMatchObject({ outcome: 'held' })
    expect(await till.atCore()).toEqual({ holds: 2, orders: 0 })
  })

  async function endedInOrder(till: Till, deps: Storefront) {
    const holdId = await heldAt(till)
    await using other = await lockHold(holdId)
    const first = till.order(holdId, deps)
    await till.untilHeldUp()
    await till.endConnections()
    const answers = { first: await first }
    await other.query('ROLLBACK')
    return { ...answers, holdId, again: await askAgain(() => till.order(holdId, deps)) }
  }

  it('after core has the order take nothing from its buyer, who finds the one there is', async () => {
    await using till = await openTill()
    const { first, again, holdId } = await endedInOrder(till, till.deps)
    expect([first, again]).toMatchObject([{ outcome: 'ordered' }, { outcome: 'ordered' }])
    expect(idOf(again)).toBe(idOf(first))
    expect(await till.atCore()).toEqual({ holds: 1, orders: 1 })
    expect(await till.find(holdId)).toMatchObject({ status: 'ordered', orderId: idOf(first) })
  })

  it('would have the buyer told that there is none, were the hold not its key', async () => {
    await using till = await openTill()
    const { first, again } = await endedInOrder(till, forgetful(till.deps))
    expect([first, again]).toMatchObject([{ outcome: 'ordered' }, { outcome: 'refused' }])
  })

  it('before core hears of an order leave none, and one when its buyer asks again', async () => {
    await using till = await openTill()
    const holdId = await heldAt(till)
    {
      await using _ = await lockHold(holdId)
      const first = till.order(holdId, till.deps, german())
      await till.untilHeldUp()
      await till.endConnections()
      expect(await first).toEqual(UNAVAILABLE)
    }
    expect(await till.atCore()).toEqual({ holds: 1, orders: 0 })
    expect(await askAgain(() => till.order(holdId, till.deps, german()))).toMatchObject({ outcome: 'ordered' })
    expect(await till.atCore()).toEqual({ holds: 1, orders: 1 })
  })
})

describe.concurrent('a COMMIT without an answer', () => {
  /** From core's next answer on, the COMMIT of our own note gets lost: on its way there, or its answer on the way back. */
  const losing = ({ deps, proxy }: Till, what: 'silentAt' | 'silentAfter'): Storefront => ({
    ...deps,
    core: {
      ...deps.core,
      async send(resellerId, asked) {
        const answer = await deps.core.send(resellerId, asked)
        proxy[what] = 'COMMIT'
        return answer
      },
    },
  })
  function mend({ proxy }: Till) {
    proxy.silentAt = null
    proxy.silentAfter = null
    proxy.silent = false
  }

  it.each([
    ['silentAt', 0],
    ['silentAfter', 1],
  ] as const)('leaves one hold (%s)', async (what, kept) => {
    await using till = await openTill()
    const key = randomUUID()
    expect(await till.hold(key, losing(till, what))).toEqual(UNAVAILABLE)
    await using owner = await inTheWay('SELECT')
    const { rowCount } = await owner.query('SELECT FROM customer_hold WHERE customer_ref = $1', [till.customerRef])
    expect(rowCount, 'what our database has of it').toBe(kept)
    mend(till)
    const again = await askAgain(() => till.hold(key))
    expect(await till.atCore()).toEqual({ holds: 1, orders: 0 })
    expect(await till.find(idOf(again))).toMatchObject({ status: 'active' })
  })

  it.each([
    ['silentAt', 'active'],
    ['silentAfter', 'ordered'],
  ] as const)('leaves one order (%s)', async (what, kept) => {
    await using till = await openTill()
    const holdId = await heldAt(till)
    const first = await till.order(holdId, losing(till, what))
    expect(first).toMatchObject({ outcome: 'ordered' })
    expect(await till.remembered(holdId)).toMatchObject({ status: kept })
    mend(till)
    const again = await askAgain(() => till.order(holdId))
    expect(idOf(again)).toBe(idOf(first))
    expect(await till.atCore()).toEqual({ holds: 1, orders: 1 })
    await vi.waitFor(async () => expect(await till.find(holdId)).toMatchObject({ status: 'ordered' }), patience)
  })
})

describe.concurrent('a hold’s row that another session keeps locked', () => {
  async function inTime(work: Promise<Answer>): Promise<Answer> {
    const startedAt = performance.now()
    const answer = await work
    expect(performance.now() - startedAt).toBeLessThan(GIVEN_UP_MS)
    return answer
  }

  it.each([
    ['extended', 'held', (till: Till, holdId: string) => till.extend(holdId)],
    ['given back', 'released', (till: Till, holdId: string) => till.release(holdId)],
    ['ordered in another language', 'ordered', (till: Till, id: string) => till.order(id, till.deps, german())],
  ] as const)('is given up in time when it is to be %s, which works afterwards', async (_what, outcome, ask) => {
    await using till = await openTill()
    const holdId = await heldAt(till)
    {
      await using _ = await lockHold(holdId)
      expect(await inTime(ask(till, holdId))).toEqual(UNAVAILABLE)
      expect(await till.find(holdId), 'which reads go past').toMatchObject({ id: holdId })
    }
    expect(await ask(till, holdId)).toMatchObject({ outcome })
  })

  it('is given up in time when it is asked for again with its key, and found afterwards', async () => {
    await using till = await openTill()
    const key = randomUUID()
    const holdId = await heldAt(till, key)
    {
      await using _ = await lockHold(holdId)
      expect(await inTime(till.hold(key))).toEqual(UNAVAILABLE)
    }
    expect(idOf(await till.hold(key))).toBe(holdId)
    expect(await till.atCore()).toEqual({ holds: 1, orders: 0 })
  })

  it('keeps no order from its buyer, and is noted as ordered when they come back', async () => {
    await using till = await openTill()
    const holdId = await heldAt(till)
    let first: Answer
    {
      await using _ = await lockHold(holdId)
      first = await inTime(till.order(holdId))
      expect(first).toMatchObject({ outcome: 'ordered' })
      expect(await till.find(holdId)).toMatchObject({ status: 'active' })
    }
    expect(idOf(await till.order(holdId))).toBe(idOf(first))
    expect(await till.find(holdId)).toMatchObject({ status: 'ordered', orderId: idOf(first) })
    expect(await till.atCore()).toEqual({ holds: 1, orders: 1 })
  })
})

describe('a PostgreSQL that only reads', () => {
  it('has reads go on and writes declared unavailable, and is written to again when it may be', async () => {
    await using till = await openTill()
    await using owner = await connect(shop.database.ownerUrl)
    const { pathname } = new URL(shop.database.url)
    const readOnly = async (setting: string) => {
      await owner.query(`ALTER DATABASE ${pathname.slice(1)} ${setting}`)
      await till.endConnections()
    }
    const [kept, key] = [await heldAt(till), randomUUID()]
    await readOnly('SET default_transaction_read_only = on')
    await vi.waitFor(async () => expect(await till.find(kept)).toMatchObject({ status: 'active' }), patience)
    expect(await till.hold(key)).toEqual(UNAVAILABLE)
    expect(await till.extend(kept)).toEqual(UNAVAILABLE)
    expect(await till.order(kept, till.deps, german())).toEqual(UNAVAILABLE)
    expect(await till.atCore()).toEqual({ holds: 2, orders: 0 })
    // core sells; that we cannot note it is no reason to tell the buyer otherwise.
    const first = await till.order(kept)
    expect(first).toMatchObject({ outcome: 'ordered' })
    const opener = { customerRefs: [till.customerRef] }
    expect(await findOrder(shop.aurora, opener, idOf(first), till.deps)).toMatchObject({ id: idOf(first) })
    expect(await till.find(kept)).toMatchObject({ status: 'active' })

    await readOnly('RESET default_transaction_read_only')
    expect(await askAgain(() => till.hold(key))).toMatchObject({ outcome: 'held' })
    expect(idOf(await askAgain(() => till.order(kept)))).toBe(idOf(first))
    expect(await till.find(kept)).toMatchObject({ status: 'ordered', orderId: idOf(first) })
    expect(await till.atCore()).toEqual({ holds: 2, orders: 1 })
  })
})

it('of all this the log tells, and not who bought', () => {
  const told = said.join('')
  expect(told).toContain('could not remember what a hold became')
  for (const secret of [buyer.name, buyer.email, ...customers]) expect(told).not.toContain(secret)
})
