import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doDueWork } from '#dev/core/sales/due-work.ts'
import { sampleShow, showWithSeats } from '#dev/core/testing/sample-show.ts'
import { connect } from '#dev/test/connect.ts'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { createOrder, findOrder, listTickets } from '#lib/orders/orders.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { holdForBrowser } from './hold-for-browser.ts'
import { createHold, extendHold, findHold, releaseHold } from './holds.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 100 }))
  await shop.core.store(showWithSeats(4, { id: 'seated' }))
})
afterAll(() => shop[Symbol.asyncDispose]())

const floor = { showId: 'night-train', items: [{ tierId: 'floor', quantity: 2 }] }
const buyer = { name: 'Ada Lovelace', email: 'ada@example.com' }

async function hold(customerRef: string, request = floor, key: string = randomUUID()) {
  const outcome = await createHold(shop.aurora, customerRef, request, key, shop.storefront)
  if (outcome.outcome !== 'held') throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.hold
}

describe('a hold', () => {
  it('is remembered for its buyer, with the time left by core’s clock', async () => {
    const ada = mintCustomerRef()
    const held = await hold(ada)
    const found = await findHold(shop.aurora, ada, held.id, shop.storefront)
    expect(found).toMatchObject({ id: held.id, status: 'active', total: held.total, expiresAt: held.expiresAt })
    const leftMs = Date.parse(found?.expiresAt ?? '') - Date.parse(found?.serverNow ?? '')
    expect(leftMs).toBeGreaterThan(590_000)
    expect(leftMs).toBeLessThanOrEqual(600_000)
  })

  it('is the same one for the same key, and never another buyer’s with an equal key', async () => {
    const [ada, eve, key] = [mintCustomerRef(), mintCustomerRef(), randomUUID()]
    const [first, again] = await Promise.all([hold(ada, floor, key), hold(ada, floor, key)])
    expect(again.id).toBe(first.id)
    expect(await createHold(shop.aurora, eve, floor, key, shop.storefront)).toMatchObject({
      outcome: 'refused',
      problem: { type: 'core/idempotency-conflict' },
    })
    expect((await hold(eve, floor, 'one')).id).not.toBe((await hold(ada, floor, 'one')).id)
  })

  it('of a browser that was a guest before it signed in is found by its key, and not made twice', async () => {
    const [guest, account, key] = [mintCustomerRef(), mintCustomerRef(), randomUUID()]
    const asGuest = await hold(guest, floor, key)
    const again = await holdForBrowser(shop.aurora, [account, guest], floor, key, shop.storefront)
    expect(again).toMatchObject({ customerRef: guest, outcome: { outcome: 'held', hold: { id: asGuest.id } } })
    const left = async () =>
      (await shop.core.call({ url: '/v1/shows/night-train/availability' })).body.tiers[0].available
    const before = await left()
    expect(await holdForBrowser(shop.aurora, [account, mintCustomerRef()], floor, key, shop.storefront)).toMatchObject({
      customerRef: account,
      outcome: { outcome: 'refused' },
    })
    expect(await left()).toBe(before)
  })

  it('is only the first reference’s where the key is one that others could come up with', async () => {
    const [guest, account] = [mintCustomerRef(), mintCustomerRef()]
    const asGuest = await hold(guest, floor, 'two')
    const { customerRef, outcome } = await holdForBrowser(shop.aurora, [account, guest], floor, 'two', shop.storefront)
    expect(customerRef).toBe(account)
    expect(outcome).toMatchObject({ outcome: 'held', hold: { id: expect.not.stringMatching(asGuest.id) } })
  })

  it('does not exist for another buyer, at another reseller, or when it was never made', async () => {
    const [ada, eve] = [mintCustomerRef(), mintCustomerRef()]
    const { id } = await hold(ada)
    expect(await findHold(shop.aurora, eve, id, shop.storefront)).toBeNull()
    expect(await findHold(shop.luna, ada, id, shop.storefront)).toBeNull()
    expect(await findHold(shop.aurora, ada, 'hold_never', shop.storefront)).toBeNull()
    expect(await extendHold(shop.aurora, eve, id, shop.storefront)).toEqual({ outcome: 'unknown-hold' })
    expect(await releaseHold(shop.aurora, eve, id, shop.storefront)).toEqual({ outcome: 'unknown-hold' })
    expect(await createOrder(shop.aurora, eve, { holdId: id, buyer }, shop.storefront)).toEqual({
      outcome: 'unknown-hold',
    })
    expect((await findHold(shop.aurora, ada, id, shop.storefront))?.status).toBe('active')
  })

  it('is refused with the seats that could not be had', async () => {
    const seats = { showId: 'seated', items: [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }] }
    await hold(mintCustomerRef(), seats)
    expect(await createHold(shop.aurora, mintCustomerRef(), seats, randomUUID(), shop.storefront)).toMatchObject({
      outcome: 'refused',
      problem: { type: 'core/unavailable-items', seatIds: ['a1'] },
    })
  })

  it('lasts longer when extended, and is gone when given back', async () => {
    const ada = mintCustomerRef()
    const held = await hold(ada)
    const extended = await extendHold(shop.aurora, ada, held.id, shop.storefront)
    expect(extended).toMatchObject({ outcome: 'held', hold: { extensionsLeft: held.extensionsLeft - 1 } })
    expect(await findHold(shop.aurora, ada, held.id, shop.storefront)).toMatchObject({
      extensionsLeft: held.extensionsLeft - 1,
    })
    expect(await releaseHold(shop.aurora, ada, held.id, shop.storefront)).toEqual({ outcome: 'released' })
    expect(await releaseHold(shop.aurora, ada, held.id, shop.storefront)).toEqual({ outcome: 'released' })
    expect((await findHold(shop.aurora, ada, held.id, shop.storefront))?.status).toBe('released')
  })

  it('that became an order while core’s answer was lost is not given back, and not told as if it were', async () => {
    const ada = mintCustomerRef()
    const { id: holdId } = await hold(ada)
    shop.core.core.switches.set({ lostAnswerRate: 1 })
    await expect(createOrder(shop.aurora, ada, { holdId, buyer }, shop.storefront)).rejects.toMatchObject({
      name: 'CoreUnavailable',
    })
    shop.core.core.switches.set({ lostAnswerRate: 0 })
    expect(await releaseHold(shop.aurora, ada, holdId, shop.storefront)).toMatchObject({
      outcome: 'refused',
      problem: { type: 'core/hold-expired', status: 410 },
    })
    expect((await findHold(shop.aurora, ada, holdId, shop.storefront))?.status).toBe('active')
    expect(await createOrder(shop.aurora, ada, { holdId, buyer }, shop.storefront)).toMatchObject({
      outcome: 'ordered',
    })
    expect((await findHold(shop.aurora, ada, holdId, shop.storefront))?.status).toBe('ordered')
  })
})

describe('the language of the page', () => {
  const german = () => ({
    ...shop.aurora,
    config: { ...shop.aurora.config, locale: 'de-DE' as const, locales: ['en-GB' as const, 'de-DE' as const] },
  })
  const noted = async (customerRef: string, holdId: string) =>
    (await shop.storefront.holdMemory.find('aurora', customerRef, holdId))?.locale

  it('is remembered with a hold', async () => {
    const [ada, grace] = [mintCustomerRef(), mintCustomerRef()]
    expect(await noted(ada, (await hold(ada)).id)).toBe('en-GB')
    const outcome = await createHold(german(), grace, floor, randomUUID(), shop.storefront)
    expect(outcome.outcome === 'held' && (await noted(grace, outcome.hold.id))).toBe('de-DE')
  })

  it('in which it is ordered is noted before core hears of the order, whose events may be faster than its answer', async () => {
    const ada = mintCustomerRef()
    const { id: holdId } = await hold(ada)
    shop.core.core.switches.set({ lostAnswerRate: 1 })
    await expect(createOrder(german(), ada, { holdId, buyer }, shop.storefront)).rejects.toMatchObject({
      name: 'CoreUnavailable',
    })
    shop.core.core.switches.set({ lostAnswerRate: 0 })
    expect(await noted(ada, holdId)).toBe('de-DE')
  })

  it('is noted by nobody but the hold’s own buyer', async () => {
    const [ada, eve] = [mintCustomerRef(), mintCustomerRef()]
    const { id: holdId } = await hold(ada)
    await createOrder(german(), eve, { holdId, buyer }, shop.storefront)
    await shop.storefront.holdMemory.noteLanguage('aurora', eve, holdId, 'de-DE')
    await shop.storefront.holdMemory.noteLanguage('luna', ada, holdId, 'de-DE')
    expect(await noted(ada, holdId)).toBe('en-GB')
  })
})

describe('an order', () => {
  it('becomes tickets, which only its buyer sees', async () => {
    const [ada, eve] = [mintCustomerRef(), mintCustomerRef()]
    const held = await hold(ada)
    const outcome = await createOrder(shop.aurora, ada, { holdId: held.id, buyer }, shop.storefront)
    if (outcome.outcome !== 'ordered') throw new Error('refused')
    const { id } = outcome.order
    expect(JSON.stringify(outcome.order)).not.toContain(ada)
    expect(await listTickets(shop.aurora, { customerRefs: [ada] }, id, shop.storefront)).toEqual([])
    await doDueWork(shop.core.core)
    expect(await findOrder(shop.aurora, { customerRefs: [ada] }, id, shop.storefront)).toMatchObject({
      status: 'confirmed',
      buyer,
    })
    expect(await listTickets(shop.aurora, { customerRefs: [ada] }, id, shop.storefront)).toHaveLength(2)
    expect(await findHold(shop.aurora, ada, held.id, shop.storefront)).toMatchObject({ status: 'ordered', orderId: id })

    expect(await findOrder(shop.aurora, { customerRefs: [eve] }, id, shop.storefront)).toBeNull()
    expect(await listTickets(shop.aurora, { customerRefs: [eve] }, id, shop.storefront)).toBeNull()
    expect(await findOrder(shop.luna, { customerRefs: [ada] }, id, shop.storefront)).toBeNull()
    expect(await listTickets(shop.luna, { customerRefs: [ada] }, id, shop.storefront)).toBeNull()
    expect(await findOrder(shop.aurora, { customerRefs: [ada] }, 'order_never', shop.storefront)).toBeNull()
  })

  it('is one, however often its hold is submitted at once', async () => {
    const ada = mintCustomerRef()
    const { id: holdId } = await hold(ada)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => createOrder(shop.aurora, ada, { holdId, buyer }, shop.storefront)),
    )
    const ids = outcomes.map((outcome) => outcome.outcome === 'ordered' && outcome.order.id)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toBeTruthy()
  })

  it('is found again when core’s answer was lost and the buyer submits once more', async () => {
    const ada = mintCustomerRef()
    const { id: holdId } = await hold(ada)
    shop.core.core.switches.set({ lostAnswerRate: 1 })
    await expect(createOrder(shop.aurora, ada, { holdId, buyer }, shop.storefront)).rejects.toMatchObject({
      name: 'CoreUnavailable',
    })
    shop.core.core.switches.set({ lostAnswerRate: 0 })
    expect((await findHold(shop.aurora, ada, holdId, shop.storefront))?.status).toBe('active')
    expect(await createOrder(shop.aurora, ada, { holdId, buyer }, shop.storefront)).toMatchObject({
      outcome: 'ordered',
    })
    const { body } = await shop.core.call({ url: `/v1/orders?customerRef=${ada}` })
    expect(body.items).toHaveLength(1)
  })
})

describe('row-level security', () => {
  it('shows the application no holds unless it says whose, and lets it write none for others', async () => {
    await hold(mintCustomerRef())
    await using app = await connect(shop.database.url)
    const count = async () => (await app.query('SELECT count(*)::int AS n FROM customer_hold')).rows[0].n
    expect(await count()).toBe(0)
    await app.query(`BEGIN; SET LOCAL marquee.reseller_id = 'luna'`)
    expect(await count()).toBe(0)
    const stolen = app.query(`UPDATE customer_hold SET customer_ref = 'me'`)
    expect((await stolen).rowCount).toBe(0)
    const planted = app.query(`INSERT INTO customer_hold SELECT 'aurora', 'h', 'c', 's', '[]', '{}', now(), 0, 0`)
    await expect(planted).rejects.toThrow('row-level security')
    await app.query('ROLLBACK')
    await app.query(`BEGIN; SET LOCAL marquee.reseller_id = 'aurora'`)
    expect(await count()).toBeGreaterThan(0)
    await app.query('ROLLBACK')
  })

  it.each([
    `UPDATE config_version SET config = '{}'`,
    'DELETE FROM config_version',
    'DELETE FROM reseller',
    'TRUNCATE customer_hold',
    'DROP TABLE reseller',
    'ALTER TABLE customer_hold DISABLE ROW LEVEL SECURITY',
    'CREATE TABLE mine (a int)',
  ])('does not let the application %s', async (statement) => {
    await using app = await connect(shop.database.url)
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('lets it forget holds that ended long ago, and no others', async () => {
    const ada = mintCustomerRef()
    const { id } = await hold(ada)
    await using owner = await connect(shop.database.ownerUrl)
    await owner.query(`UPDATE customer_hold SET expires_at = now() - interval '8 days' WHERE hold_id = $1`, [id])
    const before = (await owner.query('SELECT count(*)::int AS n FROM customer_hold')).rows[0].n
    await using app = await connect(shop.database.url)
    const { rows } = await app.query(`SELECT forget_old_holds('0 seconds') AS n`)
    expect(Number(rows[0].n)).toBe(1)
    expect((await owner.query('SELECT count(*)::int AS n FROM customer_hold')).rows[0].n).toBe(before - 1)
  })
})
