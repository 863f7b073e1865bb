import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Item } from '#contracts/hold.ts'
import { inTransaction } from '../../stand-in/database.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats, showWithTickets } from '../testing/sample-show.ts'
import { type Claim, claimStock } from './claim.ts'
import { createHold } from './hold.ts'
import { createOrder } from './order.ts'
import { settleOrder } from './payment.ts'

const BUYERS = 500
const ROUNDS = 20
/** Ten thousand buyers take ten seconds on an idle machine of two cores; a busy one may need many times that. */
const PATIENCE_MS = 300_000

/** Looks first and takes then, as if nobody else were there; and two look before the first of them takes. */
function carelessClaim(): Claim {
  const both = Promise.withResolvers<void>()
  let looked = 0
  return async (client, showId, items) => {
    const seatIds = items.flatMap((item) => item.seatIds ?? [])
    const { rowCount } = await client.query(
      `SELECT FROM seat WHERE show_id = $1 AND id = ANY($2) AND status = 'available'`,
      [showId, seatIds],
    )
    if (rowCount === 0) return { tierIds: [], seatIds }
    if (++looked === 2) both.resolve()
    await both.promise
    await client.query(`UPDATE seat SET status = 'held' WHERE show_id = $1 AND id = ANY($2)`, [showId, seatIds])
    return { tierIds: [], seatIds: [] }
  }
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
  test(
    'of the last ticket buy one, twenty times over',
    async () => {
      await using shop = await startCoreInTest()
      for (let round = 0; round < ROUNDS; round++) {
        await shop.store(showWithTickets(1, { id: `last-${round}` }))
        await rush(shop, `last-${round}`, [{ tierId: 'floor', quantity: 1 }])
      }
      expect(await ticketsOf(shop)).toBe(ROUNDS)
    },
    PATIENCE_MS,
  )

  test('of one seat buy it once', async () => {
    await using shop = await startCoreInTest()
    await shop.store(showWithSeats(1))
    await rush(shop, 'the-ferryman', [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }])
    expect(await ticketsOf(shop)).toBe(1)
  })

  test('would buy one seat several times if core looked before it took', async () => {
    await using shop = await startCoreInTest({}, { claim: carelessClaim() })
    await shop.store(showWithSeats(1))
    await rush(shop, 'the-ferryman', [{ tierId: 'stalls', quantity: 1, seatIds: ['a1'] }])
    expect(await ticketsOf(shop)).toBeGreaterThan(1)
  })
})

test('who comes second to the last ticket waits for the first to decide, and gets it only if the first does not want it', async () => {
  await using shop = await startCoreInTest()
  await shop.store(showWithTickets(1))
  const items = [{ tierId: 'floor', quantity: 1 }]
  const second = () => inTransaction(shop.core.pool, (client) => claimStock(client, 'night-train', items))
  const first = async (end: 'COMMIT' | 'ROLLBACK') => {
    const client = await shop.core.pool.connect()
    await client.query('BEGIN')
    await claimStock(client, 'night-train', items)
    const waiting = second()
    await expect.poll(() => waitingForLock(shop)).toBe(1)
    await client.query(end)
    client.release()
    return (await waiting).tierIds
  }
  expect(await first('ROLLBACK')).toEqual([])
  await shop.core.pool.query('UPDATE tier SET available = 1')
  expect(await first('COMMIT')).toEqual(['floor'])
})

async function waitingForLock({ core }: CoreInTest): Promise<number> {
  const { rows } = await core.pool.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0].count
}

/** One hold and one order of it, each asked for fifty times at once with whatever keys there are. */
async function askFiftyTimes(shop: CoreInTest, keys: () => () => string) {
  await shop.store(sampleShow())
  const customerRef = `buyer-${randomUUID()}`
  const fifty = (url: string, payload: object) => {
    const key = keys()
    return Promise.all(Array.from({ length: 50 }, () => shop.call({ method: 'POST', url, key: key(), payload })))
  }
  const holds = await fifty('/v1/holds', {
    ...{ showId: 'night-train', customerRef, items: [{ tierId: 'floor', quantity: 2 }] },
  })
  const held = holds.find(({ status }) => status === 201)?.body.id
  const buyer = { name: 'Ada', email: 'ada@example.com' }
  const orders = await fifty('/v1/orders', { holdId: held, customerRef, buyer })
  const { rows } = await shop.core.pool.query('SELECT id FROM orders')
  return { holds, orders, made: rows.map(({ id }) => id) }
}

const fiftyOf = <T>(answer: T): T[] => Array.from({ length: 50 }, () => answer)

test('one key used fifty times at once makes one order and fifty equal answers', async () => {
  await using shop = await startCoreInTest()
  const sameKey = () => {
    const key = randomUUID()
    return () => key
  }
  const { holds, orders, made } = await askFiftyTimes(shop, sameKey)
  const timeless = holds.map(({ status, body }) => ({ status, body: { ...body, serverNow: null } }))
  expect(timeless).toEqual(fiftyOf(timeless[0]))
  expect(orders).toEqual(fiftyOf(orders[0]))
  expect(orders[0]).toMatchObject({ status: 201, body: { id: made[0] } })
  expect(made).toHaveLength(1)
})

test('fifty keys make several holds, and of one hold still one order, with a refusal to all others', async () => {
  await using shop = await startCoreInTest()
  const { holds, orders, made } = await askFiftyTimes(shop, () => () => randomUUID())
  const held = holds.filter(({ status }) => status === 201)
  expect(new Set(held.map(({ body }) => body.id)).size).toBeGreaterThan(1)
  expect(orders.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(made).toHaveLength(1)
})

test('five hundred buyers of one show with enough for all get a ticket each', async () => {
  await using shop = await startCoreInTest()
  await shop.store(showWithTickets(100_000))
  await rush(shop, 'night-train', [{ tierId: 'floor', quantity: 1 }])
  expect(await ticketsOf(shop)).toBe(BUYERS)
})
