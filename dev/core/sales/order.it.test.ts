import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OrderEvent } from '#contracts/core-event.ts'
import { Order, TicketPage } from '#contracts/order.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats } from '../testing/sample-show.ts'
import { doDueWork } from './due-work.ts'

let shop: CoreInTest
beforeAll(async () => {
  shop = await startCoreInTest({ paymentDelayMs: 0 })
})
afterAll(() => shop[Symbol.asyncDispose]())

const buyer = { name: 'Ada Lovelace', email: 'ada@example.com' }
const newBuyer = () => `buyer-${randomUUID()}`

async function held(showId: string, items: object[], customerRef = newBuyer()) {
  const payload = { showId, customerRef, items }
  const { body } = await shop.call({ method: 'POST', url: '/v1/holds', key: randomUUID(), payload })
  return { holdId: body.id as string, customerRef }
}
const order = (wanted: { holdId: string; customerRef: string }, { key = randomUUID() as string, who = buyer } = {}) =>
  shop.call({ method: 'POST', url: '/v1/orders', key, payload: { ...wanted, buyer: who } })
const availability = async (showId: string) => (await shop.call({ url: `/v1/shows/${showId}/availability` })).body
const seats = (...seatIds: string[]) => [{ tierId: 'stalls', quantity: seatIds.length, seatIds }]
const typesOf = async (key: string) => (await shop.outbox()).filter((r) => r.key === key).map((r) => r.value.type)

describe('an order', () => {
  test('waits for its payment, is confirmed, and becomes tickets and a sale', async () => {
    await shop.store(showWithSeats(3, { id: 'confirmed' }))
    const placed = await order(await held('confirmed', seats('a1', 'a2')))
    expect(placed).toMatchObject({
      status: 201,
      body: { status: 'pending_payment', payment: { nextAction: { type: 'await' } } },
    })
    await doDueWork(shop.core)
    const { body } = await shop.call({ url: `/v1/orders/${placed.body.id}` })
    expect(Order.parse(body)).toMatchObject({ status: 'confirmed', payment: { nextAction: { type: 'none' } } })
    const tickets = await shop.call({ url: `/v1/orders/${placed.body.id}/tickets` })
    expect(TicketPage.parse(tickets.body).items).toMatchObject([
      { seatLabel: 'A1', tierName: 'Stalls', holder: 'Ada Lovelace' },
      { seatLabel: 'A2' },
    ])
    const sold = (await shop.outbox()).findLast((record) => record.key === 'confirmed')
    expect(sold?.value).toMatchObject({
      type: 'ticket.sold',
      from: 1,
      version: 2,
      remaining: { stalls: 1 },
      saleIds: body.saleIds,
    })
    expect((await availability('confirmed')).seats.map((seat: { status: string }) => seat.status)).toEqual([
      'sold',
      'sold',
      'available',
    ])
  })

  test('tells its buyer of every status, in order', async () => {
    await shop.store(sampleShow({ id: 'told' }))
    const wanted = await held('told', [{ tierId: 'floor', quantity: 1 }])
    await order(wanted)
    await doDueWork(shop.core)
    const told = (await shop.outbox()).filter((record) => record.key === `aurora:${wanted.customerRef}`)
    expect(told.map((record) => OrderEvent.parse(record.value).status)).toEqual(['pending_payment', 'confirmed'])
  })

  test('whose card is declined fails and gives its seats back', async () => {
    await shop.store(showWithSeats(2, { id: 'declined' }))
    const placed = await order(await held('declined', seats('a1')), {
      who: { name: 'Max', email: 'max+fail@example.com' },
    })
    await doDueWork(shop.core)
    const { body } = await shop.call({ url: `/v1/orders/${placed.body.id}` })
    expect(body).toMatchObject({ status: 'failed', payment: { failure: 'The card was declined.' } })
    expect((await availability('declined')).seats[0].status).toBe('available')
    expect(await typesOf('declined')).toEqual(['ticket.held', 'ticket.released'])
    expect((await shop.call({ url: `/v1/orders/${placed.body.id}/tickets` })).body.items).toEqual([])
  })

  test('keeps its hold from expiring while the payment is pending', async () => {
    await shop.store(showWithSeats(1, { id: 'pending' }))
    const wanted = await held('pending', seats('a1'))
    shop.core.switches.set({ paymentDelayMs: 600_000 })
    expect((await order(wanted)).status).toBe(201)
    shop.core.switches.set({ paymentDelayMs: 0 })
    await shop.core.pool.query(`UPDATE hold SET expires_at = clock_timestamp() WHERE id = $1`, [wanted.holdId])
    await doDueWork(shop.core)
    expect((await availability('pending')).seats[0].status).toBe('held')
  })

  test('cannot be made of a hold that has expired, nor twice of one hold', async () => {
    await shop.store(sampleShow({ id: 'late' }))
    const late = await held('late', [{ tierId: 'floor', quantity: 1 }])
    await shop.core.pool.query(`UPDATE hold SET expires_at = clock_timestamp() WHERE id = $1`, [late.holdId])
    expect(await order(late)).toMatchObject({ status: 410, body: { type: 'core/hold-expired' } })
    const wanted = await held('late', [{ tierId: 'floor', quantity: 1 }])
    expect((await order(wanted)).status).toBe(201)
    expect(await order(wanted)).toMatchObject({ status: 410 })
  })

  test('is the same one for the same key, and another body is refused', async () => {
    await shop.store(sampleShow({ id: 'same-order' }))
    const [wanted, key] = [await held('same-order', [{ tierId: 'floor', quantity: 1 }]), randomUUID()]
    const first = await order(wanted, { key })
    expect(await order(wanted, { key })).toEqual(first)
    const other = await order(wanted, { key, who: { ...buyer, name: 'Eve' } })
    expect(other).toMatchObject({ status: 422, body: { type: 'core/idempotency-conflict' } })
  })

  test('of another reseller or buyer looks exactly like one that does not exist', async () => {
    await shop.store(sampleShow({ id: 'private' }))
    const wanted = await held('private', [{ tierId: 'floor', quantity: 1 }])
    const stranger = await order({ ...wanted, customerRef: newBuyer() })
    expect(stranger).toMatchObject({ status: 404, body: { type: 'core/not-found' } })
    const { body } = await order(wanted)
    for (const tail of ['', '/tickets']) {
      const theirs = await shop.call({ url: `/v1/orders/${body.id}${tail}`, as: 'luna' })
      expect(theirs).toEqual(await shop.call({ url: `/v1/orders/order_nothing${tail}`, as: 'luna' }))
      expect(theirs.status).toBe(404)
    }
    expect((await shop.call({ url: `/v1/orders?customerRef=${wanted.customerRef}`, as: 'luna' })).body.items).toEqual(
      [],
    )
  })

  test('stands in its buyer’s list, newest first, a page at a time', async () => {
    await shop.store(sampleShow({ id: 'many', maxPerBuyer: 100 }))
    const customerRef = newBuyer()
    const ids: string[] = []
    for (let count = 0; count < 52; count++)
      ids.unshift((await order(await held('many', [{ tierId: 'floor', quantity: 1 }], customerRef))).body.id)
    const first = await shop.call({ url: `/v1/orders?customerRef=${customerRef}` })
    const second = await shop.call({ url: `/v1/orders?customerRef=${customerRef}&cursor=${first.body.nextCursor}` })
    expect([...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)).toEqual(ids)
    expect(second.body.nextCursor).toBeNull()
  })
})

describe('a sale at once', () => {
  test('chooses free seats side by side and answers with the order and its sales', async () => {
    await shop.store(showWithSeats(5, { id: 'at-once' }))
    await held('at-once', seats('a2'))
    const { status, body } = await shop.call({
      method: 'POST',
      url: '/dev/sell',
      payload: { showId: 'at-once', quantity: 2 },
    })
    expect(status).toBe(201)
    expect(body.order).toMatchObject({ status: 'confirmed', items: [{ seatIds: ['a3', 'a4'] }] })
    expect(body.saleIds).toEqual(body.order.saleIds)
  })

  test('sells exactly the seats that were asked for, or says which are gone', async () => {
    await shop.store(showWithSeats(3, { id: 'exactly' }))
    const sell = () =>
      shop.call({
        method: 'POST',
        url: '/dev/sell',
        payload: { showId: 'exactly', seatIds: ['a3'], resellerId: 'luna' },
      })
    expect((await sell()).body).toMatchObject({ resellerId: 'luna', order: { total: { currency: 'EUR' } } })
    expect(await sell()).toMatchObject({ status: 409, body: { seatIds: ['a3'] } })
  })
})
