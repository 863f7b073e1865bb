import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TicketEvent } from '#contracts/core-event.ts'
import { Hold } from '#contracts/hold.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats, showWithTickets } from '../testing/sample-show.ts'
import { doDueWork } from './due-work.ts'

let shop: CoreInTest
beforeAll(async () => {
  shop = await startCoreInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const newBuyer = () => `buyer-${randomUUID()}`
const hold = (showId: string, items: object[], customerRef = newBuyer(), key: string = randomUUID()) =>
  shop.call({ method: 'POST', url: '/v1/holds', key, payload: { showId, customerRef, items } })
const availability = async (showId: string) => (await shop.call({ url: `/v1/shows/${showId}/availability` })).body
const expire = (holdId: string) =>
  shop.core.pool.query(`UPDATE hold SET expires_at = clock_timestamp() WHERE id = $1`, [holdId])
const eventsOf = async (showId: string) =>
  (await shop.outbox()).filter((record) => record.key === showId).map((record) => TicketEvent.parse(record.value))

describe('a hold', () => {
  test('takes its tickets, says what they cost and until when they are held', async () => {
    await shop.store(sampleShow({ id: 'takes' }))
    const { status, body } = await hold('takes', [
      { tierId: 'floor', quantity: 2 },
      { tierId: 'balcony', quantity: 1 },
    ])
    expect(status).toBe(201)
    expect(Hold.parse(body)).toMatchObject({
      total: { amount: 12_500, currency: 'GBP', fees: 1_250 },
      extensionsLeft: 10,
    })
    expect(Date.parse(body.expiresAt) - Date.parse(body.serverNow)).toBeGreaterThan(590_000)
    expect((await availability('takes')).tiers).toMatchObject([{ available: 98 }, { available: 19 }])
  })

  test('is one step of the version and one event, with what is left', async () => {
    await shop.store(sampleShow({ id: 'steps' }))
    await hold('steps', [{ tierId: 'floor', quantity: 2 }])
    await hold('steps', [{ tierId: 'balcony', quantity: 1 }])
    expect(await eventsOf('steps')).toMatchObject([
      { type: 'ticket.held', from: 0, version: 1, remaining: { floor: 98 }, resellerId: 'aurora' },
      { type: 'ticket.held', from: 1, version: 2, remaining: { balcony: 19 } },
    ])
    expect(await availability('steps')).toMatchObject({ version: 2 })
  })

  test('takes all of its items or none, and names the missing ones', async () => {
    await shop.store(showWithSeats(4, { id: 'all-or-none' }))
    await hold('all-or-none', [{ tierId: 'stalls', quantity: 1, seatIds: ['a2'] }])
    const { status, body } = await hold('all-or-none', [{ tierId: 'stalls', quantity: 2, seatIds: ['a1', 'a2'] }])
    expect(status).toBe(409)
    expect(body).toMatchObject({ type: 'core/unavailable-items', seatIds: ['a2'] })
    const { tiers, seats, version } = await availability('all-or-none')
    expect(tiers[0].available).toBe(3)
    expect(seats.map((seat: { status: string }) => seat.status)).toEqual([
      'available',
      'held',
      'available',
      'available',
    ])
    expect(version).toBe(1)
  })

  test('gives the same answer to the same key and body, and refuses another body', async () => {
    await shop.store(sampleShow({ id: 'same-key' }))
    const [key, buyer] = [randomUUID(), newBuyer()]
    const first = await hold('same-key', [{ tierId: 'floor', quantity: 1 }], buyer, key)
    const again = await hold('same-key', [{ tierId: 'floor', quantity: 1 }], buyer, key)
    expect(again.body).toEqual({ ...first.body, serverNow: again.body.serverNow })
    const other = await hold('same-key', [{ tierId: 'floor', quantity: 2 }], buyer, key)
    expect(other).toMatchObject({ status: 422, body: { type: 'core/idempotency-conflict' } })
    expect((await availability('same-key')).tiers[0].available).toBe(99)
  })

  test('stays refused for its key even when there is stock again', async () => {
    await shop.store(showWithTickets(1, { id: 'stays-refused' }))
    const taken = await hold('stays-refused', [{ tierId: 'floor', quantity: 1 }])
    const [key, buyer] = [randomUUID(), newBuyer()]
    expect((await hold('stays-refused', [{ tierId: 'floor', quantity: 1 }], buyer, key)).status).toBe(409)
    await shop.call({ method: 'DELETE', url: `/v1/holds/${taken.body.id}` })
    expect((await hold('stays-refused', [{ tierId: 'floor', quantity: 1 }], buyer, key)).status).toBe(409)
    expect((await hold('stays-refused', [{ tierId: 'floor', quantity: 1 }], buyer)).status).toBe(201)
  })

  test('cannot bring a buyer over the limit, not even with two requests at once', async () => {
    await shop.store(sampleShow({ id: 'limit', maxPerBuyer: 4 }))
    const buyer = newBuyer()
    const wave = await Promise.all(
      Array.from({ length: 6 }, () => hold('limit', [{ tierId: 'floor', quantity: 2 }], buyer)),
    )
    expect(wave.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(wave.find(({ status }) => status === 403)?.body).toMatchObject({ type: 'core/limit-exceeded', limit: 4 })
  })

  test('returns its seats when it expires, with an event, within one look', async () => {
    await shop.store(showWithSeats(2, { id: 'expires' }))
    const { body } = await hold('expires', [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }])
    await expire(body.id)
    await doDueWork(shop.core)
    expect((await availability('expires')).seats[0].status).toBe('available')
    expect((await eventsOf('expires')).at(-1)).toMatchObject({
      type: 'ticket.released',
      from: 1,
      version: 2,
      items: [{ seatIds: ['a1'] }],
      remaining: { stalls: 2 },
    })
    expect((await shop.call({ method: 'POST', url: `/v1/holds/${body.id}/extend` })).body.type).toBe(
      'core/hold-expired',
    )
  })

  test('can be extended ten times and not once more', async () => {
    await shop.store(sampleShow({ id: 'extends' }))
    const { body } = await hold('extends', [{ tierId: 'floor', quantity: 1 }])
    for (let left = 9; left >= 0; left--) {
      const extended = await shop.call({ method: 'POST', url: `/v1/holds/${body.id}/extend` })
      expect(extended).toMatchObject({ status: 200, body: { extensionsLeft: left } })
    }
    const refused = await shop.call({ method: 'POST', url: `/v1/holds/${body.id}/extend` })
    expect(refused).toMatchObject({ status: 409, body: { type: 'core/no-extensions-left' } })
  })

  test('can be given back, twice without harm', async () => {
    await shop.store(sampleShow({ id: 'gives-back' }))
    const { body } = await hold('gives-back', [{ tierId: 'floor', quantity: 3 }])
    for (let time = 0; time < 2; time++)
      expect((await shop.call({ method: 'DELETE', url: `/v1/holds/${body.id}` })).status).toBe(204)
    expect((await availability('gives-back')).tiers[0].available).toBe(100)
  })

  test('of another reseller looks exactly like one that does not exist', async () => {
    await shop.store(sampleShow({ id: 'others' }))
    const { body } = await hold('others', [{ tierId: 'floor', quantity: 1 }])
    for (const request of [
      { method: 'DELETE', url: '/v1/holds/' },
      { method: 'POST', url: '/v1/holds/', tail: '/extend' },
    ] as const) {
      const tail = 'tail' in request ? request.tail : ''
      const theirs = await shop.call({ method: request.method, url: `${request.url}${body.id}${tail}`, as: 'luna' })
      const nobodys = await shop.call({ method: request.method, url: `${request.url}hold_nothing${tail}`, as: 'luna' })
      expect(theirs).toEqual(nobodys)
      expect(theirs.status).toBe(404)
    }
  })

  test.each([
    ['that is cancelled', { status: 'cancelled' as const }],
    ['before its sale opens', { onSaleAt: new Date(Date.now() + 3_600_000).toISOString() }],
    ['that has begun', { startsAt: new Date(Date.now() - 60_000).toISOString() }],
  ])('is not given for a show %s', async (_name, change) => {
    await shop.store(sampleShow({ id: 'closed', ...change }))
    const { status, body } = await hold('closed', [{ tierId: 'floor', quantity: 1 }])
    expect({ status, type: body.type }).toEqual({ status: 403, type: 'core/not-on-sale' })
  })

  test.each([
    ['a tier that is not there', 'general', [{ tierId: 'roof', quantity: 1 }], 'items.0.tierId'],
    [
      'one tier twice',
      'general',
      [
        { tierId: 'floor', quantity: 1 },
        { tierId: 'floor', quantity: 1 },
      ],
      'items.1.tierId',
    ],
    ['seats where there are none', 'general', [{ tierId: 'floor', quantity: 1, seatIds: ['x'] }], 'items.0.seatIds'],
    ['no seats where there are some', 'seated', [{ tierId: 'stalls', quantity: 1 }], 'items.0.seatIds'],
    ['fewer seats than tickets', 'seated', [{ tierId: 'stalls', quantity: 2, seatIds: ['a1'] }], 'items.0.seatIds'],
    ['nothing', 'general', [], 'items'],
  ])('names the field when it asks for %s', async (_name, seating, items, path) => {
    await shop.store(seating === 'seated' ? showWithSeats(2, { id: 'fields' }) : sampleShow({ id: 'fields' }))
    const { status, body } = await hold('fields', items)
    expect(status).toBe(400)
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual([path])
  })
})
