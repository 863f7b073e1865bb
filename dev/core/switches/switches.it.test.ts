import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { doDueWork } from '../sales/due-work.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats } from '../testing/sample-show.ts'
import { startCrowd } from './crowd.ts'
import { DEFAULT_SWITCHES } from './switch-board.ts'

let shop: CoreInTest
beforeAll(async () => {
  shop = await startCoreInTest()
  await shop.store(sampleShow())
})
afterAll(() => shop[Symbol.asyncDispose]())
beforeEach(() => shop.core.switches.set(DEFAULT_SWITCHES))

const flip = (payload: object) => shop.call({ method: 'POST', url: '/dev/switches', payload })
const look = () => shop.call({ url: '/v1/shows/night-train/availability' })

describe('the switches', () => {
  test('answer with all of them, changed and not', async () => {
    expect((await flip({ latencyMs: 5 })).body).toEqual({ ...DEFAULT_SWITCHES, latencyMs: 5 })
    expect((await shop.call({ url: '/dev/switches' })).body.latencyMs).toBe(5)
  })

  test('refuse what they do not know', async () => {
    expect((await flip({ latency: 5 })).status).toBe(400)
    expect((await flip({ errorRate: 2 })).body.fields[0].path).toBe('errorRate')
  })

  test('let every request fail before it does anything', async () => {
    await flip({ errorRate: 1 })
    expect(await look()).toMatchObject({ status: 503, body: { type: 'core/unavailable' } })
  })

  test('lose the answer to an order that was carried out', async () => {
    await flip({ lostAnswerRate: 1 })
    const payload = {
      showId: 'night-train',
      customerRef: 'a-buyer-of-the-test',
      items: [{ tierId: 'floor', quantity: 1 }],
    }
    const request = { method: 'POST', url: '/v1/holds', key: 'lost', payload } as const
    expect((await shop.call(request)).status).toBe(500)
    await flip({ lostAnswerRate: 0 })
    expect((await shop.call(request)).status).toBe(201)
    expect((await look()).body.tiers[0].available).toBe(99)
  })

  test('let requests hang until they are turned back', async () => {
    await flip({ hang: true })
    const request = look()
    const first = await Promise.race([request, flip({})])
    expect(first.body).toMatchObject({ hang: true })
    await flip({ hang: false })
    expect((await request).status).toBe(200)
  })

  test('make a show sold out and give it back, each in one step', async () => {
    await shop.store(showWithSeats(250))
    const availability = async () => (await shop.call({ url: '/v1/shows/the-ferryman/availability' })).body
    await flip({ soldOut: ['the-ferryman'] })
    expect(await availability()).toMatchObject({ version: 1, tiers: [{ available: 0, status: 'sold_out' }] })
    await flip({ soldOut: ['the-ferryman'] })
    expect(await availability()).toMatchObject({ version: 1 })
    await flip({ soldOut: [] })
    expect(await availability()).toMatchObject({ version: 2, tiers: [{ available: 250 }] })
    const events = (await shop.outbox()).filter((record) => record.key === 'the-ferryman').map((record) => record.value)
    expect(events.map((event) => event.items.map((item: { quantity: number }) => item.quantity))).toEqual([
      [100, 100, 50],
      [100, 100, 50],
    ])
  })
})

test('a crowd really buys, and stops when it is sent home', async () => {
  await shop.store(showWithSeats(60, { id: 'rush' }))
  const sold = async () => {
    await doDueWork(shop.core)
    return (await shop.outbox()).filter(({ key, value }) => key === 'rush' && value.type === 'ticket.sold')
  }
  {
    await using _crowd = startCrowd(shop.core)
    await flip({ paymentDelayMs: 0, crowd: { showId: 'rush', ticketsPerSecond: 50 } })
    await vi.waitFor(async () => expect((await sold()).length).toBeGreaterThan(3), { timeout: 20_000, interval: 200 })
    await flip({ crowd: null })
  }
  const { rows } = await shop.core.pool.query(
    `SELECT tier.available, (SELECT count(*)::int FROM seat WHERE show_id = 'rush' AND status = 'available') AS free
     FROM tier WHERE show_id = 'rush'`,
  )
  expect(rows[0].available).toBe(rows[0].free)
})
