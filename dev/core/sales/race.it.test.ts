import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Item } from '#contracts/hold.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats, showWithTickets } from '../testing/sample-show.ts'
import type { Claim } from './claim.ts'
import { createHold } from './hold.ts'
import { createOrder } from './order.ts'
import { settleOrder } from './payment.ts'

const BUYERS = 500
const ROUNDS = 20

/** Looks first and takes then, as if nobody else were there. */
const careless: Claim = async (client, showId, items) => {
  for (const { seatIds } of items) {
    const { rowCount } = await client.query(
      `SELECT FROM seat WHERE show_id = $1 AND id = ANY($2) AND status = 'available'`,
      [showId, seatIds],
    )
    if (rowCount === 0) return { tierIds: [], seatIds: [...(seatIds ?? [])] }
    await client.query(`UPDATE seat SET status = 'held' WHERE show_id = $1 AND id = ANY($2)`, [showId, seatIds])
  }
  return { tierIds: [], seatIds: [] }
}

/** One buyer's whole way, as fast as it goes. */
async function buy({ core }: CoreInTest, showId: string, items: Item[]): Promise<void> {
  const customerRef = `buyer-${randomUUID()}`
  const hold = await createHold(core, 'aurora', randomUUID(), { showId, customerRef, items })
  if (isRefusal(hold)) return
  const request = { holdId: hold.value.id, customerRef, buyer: { name: 'Ada', email: 'ada@example.com' } }
  const order = await createOrder(core, 'aurora', randomUUID(), request)
  if (!isRefusal(order)) await settleOrder(core, order.value.id)
}

const rush = (shop: CoreInTest, showId: string, items: Item[]) =>
  Promise.all(Array.from({ length: BUYERS }, () => buy(shop, showId, items)))

async function ticketsOf({ core }: CoreInTest): Promise<number> {
  const { rows } = await core.pool.query('SELECT count(*)::int AS count FROM ticket')
  return rows[0].count
}

describe('five hundred buyers', () => {
  test('of the last ticket buy one, twenty times over', async () => {
    await using shop = await startCoreInTest()
    for (let round = 0; round < ROUNDS; round++) {
      await shop.store(showWithTickets(1, { id: `last-${round}` }))
      await rush(shop, `last-${round}`, [{ tierId: 'floor', quantity: 1 }])
    }
    expect(await ticketsOf(shop)).toBe(ROUNDS)
  })

  test('of one seat buy it once', async () => {
    await using shop = await startCoreInTest()
    await shop.store(showWithSeats(1))
    await rush(shop, 'the-ferryman', [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }])
    expect(await ticketsOf(shop)).toBe(1)
  })

  test('would buy one seat several times if core looked before it took', async () => {
    await using shop = await startCoreInTest({}, { claim: careless })
    await shop.store(showWithSeats(1))
    await rush(shop, 'the-ferryman', [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }])
    expect(await ticketsOf(shop)).toBeGreaterThan(1)
  })
})

test('one key used fifty times at once makes one order and fifty equal answers', async () => {
  await using shop = await startCoreInTest()
  await shop.store(sampleShow())
  const customerRef = `buyer-${randomUUID()}`
  const wanted = { showId: 'night-train', customerRef, items: [{ tierId: 'floor', quantity: 2 }] }
  const fifty = <T>(request: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, request))

  const holdKey = randomUUID()
  const holds = await fifty(() => shop.call({ method: 'POST', url: '/v1/holds', key: holdKey, payload: wanted }))
  expect(new Set(holds.map(({ body }) => body.id)).size).toBe(1)

  const key = randomUUID()
  const payload = { holdId: holds[0]?.body.id, customerRef, buyer: { name: 'Ada', email: 'ada@example.com' } }
  const orders = await fifty(() => shop.call({ method: 'POST', url: '/v1/orders', key, payload }))
  expect(new Set(orders.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { rows } = await shop.core.pool.query('SELECT count(*)::int AS count FROM orders')
  expect(rows[0].count).toBe(1)
})

test('one show sells a thousand orders a minute with room to spare', async () => {
  await using shop = await startCoreInTest()
  await shop.store(showWithTickets(100_000))
  const startedMs = performance.now()
  await rush(shop, 'night-train', [{ tierId: 'floor', quantity: 1 }])
  const perMinute = (BUYERS * 60_000) / (performance.now() - startedMs)
  console.log(`${Math.round(perMinute)} orders a minute on one show`)
  expect(await ticketsOf(shop)).toBe(BUYERS)
  expect(perMinute).toBeGreaterThan(1_000)
})
