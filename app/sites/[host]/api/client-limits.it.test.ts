import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow, showWithTickets } from '#dev/core/testing/sample-show.ts'
import { admitGuest, refreshGuest } from '#lib/customer/admit-guest.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { newAddress, newEmail, Person, signedInPerson } from './account/person.fixture.ts'
import { POST as extendHold } from './holds/[id]/extend/route.ts'
import { POST as createHold } from './holds/route.ts'
import { POST as openRealtime } from './realtime/session/route.ts'
import { POST as joinWaitlist } from './waitlist/route.ts'

/** As `storefrontInTest` has it, for both. */
const LIMIT = 5

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 6 }))
  await shop.core.store(sampleShow({ id: 'day-train', maxPerBuyer: 6 }))
  await shop.core.store(showWithTickets(0, { id: 'full' }))
})
afterAll(() => shop[Symbol.asyncDispose]())

const ticket = (showId = 'night-train') => ({ showId, items: [{ tierId: 'floor', quantity: 1 }] })
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
const statuses = async (asking: readonly Promise<{ status: number }>[]) =>
  (await Promise.all(asking)).map(({ status }) => status).sort()
const fill = (address: string, showId?: string) =>
  statuses(times(LIMIT, () => new Person('aurora', address).ask(createHold, ticket(showId))))

/** A new address ends in `::1`; all of its /64 count as one. */
const guestsAt = (address: string) =>
  `guests-by-time:aurora:${JSON.stringify(['night-train', address.replace(/::1$/, '::/64')])}`

/** Lets time pass for those who asked longest ago of whoever holds tickets of the night train. */
async function shiftGuests(address: string, seconds: number, count: number): Promise<void> {
  const { sessionsRedis } = shop.storefront
  const key = guestsAt(address)
  const oldest = await sessionsRedis.zrange(key, 0, String(count - 1))
  expect(oldest).toHaveLength(count)
  for (const guest of oldest) await sessionsRedis.zincrby(key, -seconds * 1_000_000, guest)
}

describe('a client', () => {
  it('is so many guests of a show and no more, however many ask at once', async () => {
    const address = newAddress()
    const asking = times(LIMIT + 3, () => new Person('aurora', address).ask(createHold, ticket()))
    expect(await statuses(asking)).toEqual([...times(LIMIT, () => 201), 429, 429, 429])
    const refused = await new Person('aurora', address).ask(createHold, ticket())
    expect(refused).toMatchObject({ status: 429, type: 'storefront/too-many-attempts' })
  })

  it('gains nothing by cookies from elsewhere, nor by another address of its network', async () => {
    const address = newAddress()
    await fill(address)
    const neighbour = new Person('aurora', address.replace(/::1$/, '::2:3'))
    expect((await neighbour.ask(openRealtime, {})).status).toBe(200)
    expect((await neighbour.ask(createHold, ticket())).status).toBe(429)
  })

  it('that is full lets those who are in go on, and everybody at other shows, other shops and other addresses', async () => {
    const address = newAddress()
    const first = new Person('aurora', address)
    expect((await first.ask(createHold, ticket())).status).toBe(201)
    await fill(address)
    expect((await new Person('aurora', address).ask(createHold, ticket())).status).toBe(429)
    expect((await first.ask(createHold, ticket())).status).toBe(201)
    expect((await new Person('aurora', address).ask(createHold, ticket('day-train'))).status).toBe(201)
    expect((await new Person('luna', address).ask(createHold, ticket())).status).toBe(201)
    expect((await new Person('aurora').ask(createHold, ticket())).status).toBe(201)
  })

  it('that is full sells to who is signed in', async () => {
    const person = await signedInPerson(shop)
    await fill(person.address)
    expect((await new Person('aurora', person.address).ask(createHold, ticket())).status).toBe(429)
    expect((await person.ask(createHold, ticket())).status).toBe(201)
  })

  it('that is full lets a guest ask again whose answer and cookie were lost', async () => {
    const address = newAddress()
    const sameKey = { headers: { 'idempotency-key': randomUUID() } }
    const first = await new Person('aurora', address).ask(createHold, ticket(), sameKey)
    await fill(address)
    const again = new Person('aurora', address)
    await again.ask(openRealtime, {}) // brings a cookie of another guest
    expect(await again.ask(createHold, ticket(), sameKey)).toMatchObject({ status: 201, body: { id: first.body?.id } })
    expect((await again.ask(createHold, ticket())).status).toBe(201)
  })

  it('is not counted for guests whom core refused', async () => {
    const address = newAddress()
    for (let n = 0; n < LIMIT + 1; n += 1)
      expect((await new Person('aurora', address).ask(createHold, ticket('full'))).status).toBe(409)
  })

  it('is counted for a guest who holds tickets and is refused more', async () => {
    const address = newAddress()
    const first = new Person('aurora', address)
    await first.ask(createHold, ticket())
    await fill(address)
    expect((await first.ask(createHold, { ...ticket(), items: [{ tierId: 'floor', quantity: 6 }] })).status).toBe(403)
    expect((await new Person('aurora', address).ask(createHold, ticket())).status).toBe(429)
  })

  it('is counted for ten minutes after each guest last asked, one by one', async () => {
    const address = newAddress()
    await fill(address)
    const refused = () => new Person('aurora', address).ask(createHold, ticket())
    await shiftGuests(address, 9 * 60, 2)
    expect((await refused()).status).toBe(429)
    await shiftGuests(address, 2 * 60, 2)
    expect(await statuses(times(3, refused))).toEqual([201, 201, 429])
  })

  it('counts a guest who extends from then on, and refuses none of them', async () => {
    const address = newAddress()
    const first = new Person('aurora', address)
    const held = await first.ask(createHold, ticket())
    await shiftGuests(address, 11 * 60, 1)
    await fill(address)
    const params = { id: String(held.body?.id) }
    expect((await first.ask(extendHold, {}, { params })).status).toBe(200)
    await shiftGuests(address, 11 * 60, 1)
    expect((await new Person('aurora', address).ask(createHold, ticket())).status).toBe(429)
  })

  it('cannot hold from one address and extend from another to hold more', async () => {
    const [one, other] = [newAddress(), newAddress()]
    const guests = times(LIMIT, () => new Person('aurora', one))
    const held = await Promise.all(guests.map((guest) => guest.ask(createHold, ticket())))
    const moved = guests.map((guest) => guest.at(other))
    // A refusal there does not make it theirs either.
    const tooMany = { ...ticket(), items: [{ tierId: 'floor', quantity: 6 }] }
    expect(await statuses(moved.map((guest) => guest.ask(createHold, tooMany)))).toEqual(times(LIMIT, () => 403))
    await shiftGuests(one, 9 * 60, LIMIT)
    const extending = moved.map((guest, n) => guest.ask(extendHold, {}, { params: { id: String(held[n]?.body?.id) } }))
    expect(await statuses(extending)).toEqual(times(LIMIT, () => 200))
    await shiftGuests(one, 2 * 60, LIMIT)
    expect((await new Person('aurora', one).ask(createHold, ticket())).status).toBe(429)
    expect((await new Person('aurora', other).ask(createHold, ticket())).status, 'and is not full of them').toBe(201)
  })

  it('is not forgotten where a guest was let in while core thought about their ask elsewhere', async () => {
    const { sessionsRedis } = shop.storefront
    const arrival = (client: string) => ({ resellerId: 'aurora', showId: 'night-train', client })
    const [one, other, third] = [newAddress(), newAddress(), newAddress()]
    const guest = randomUUID()
    const slow = await admitGuest(sessionsRedis, arrival(one), [guest], LIMIT)
    await admitGuest(sessionsRedis, arrival(other), [guest], LIMIT)
    if ('forget' in slow) await slow.forget()
    await refreshGuest(sessionsRedis, arrival(third), guest)
    const counted = await Promise.all([one, other, third].map((client) => sessionsRedis.zcard(guestsAt(client))))
    expect(counted).toEqual([0, 1, 0])
  })

  it('that holds more from another address is counted there from then on', async () => {
    const [one, other] = [newAddress(), newAddress()]
    const guest = new Person('aurora', one)
    const held = await guest.ask(createHold, ticket())
    const moved = guest.at(other)
    expect((await moved.ask(createHold, ticket())).status).toBe(201)
    await shiftGuests(other, 9 * 60, 1)
    expect((await guest.ask(extendHold, {}, { params: { id: String(held.body?.id) } })).status).toBe(200)
    await shiftGuests(other, 2 * 60, 1)
    expect(await statuses(times(LIMIT, () => new Person('aurora', other).ask(createHold, ticket())))).toEqual([
      ...times(LIMIT - 1, () => 201),
      429,
    ])
  })

  it('is told when to come again: when the first of its guests may be gone', async () => {
    const address = newAddress()
    await fill(address)
    const refused = () => new Person('aurora', address).ask(createHold, ticket())
    const { retryAfterS } = await refused()
    expect(retryAfterS).toBeGreaterThan(60)
    expect(retryAfterS).toBeLessThanOrEqual(600)
    await shiftGuests(address, 9 * 60, 1)
    const later = await refused()
    expect(later.status).toBe(429)
    expect(later.retryAfterS).toBeLessThanOrEqual(60)
  })

  it('leaves so many addresses on waitlists, and no more', async () => {
    const address = newAddress()
    const leave = (client: string) =>
      new Person('aurora', client).ask(joinWaitlist, { showId: 'full', email: newEmail(), quantity: 1 })
    expect(await statuses(times(LIMIT + 2, () => leave(address)))).toEqual([...times(LIMIT, () => 202), 429, 429])
    expect((await leave(address)).retryAfterS).toBeGreaterThan(60)
    expect((await leave(newAddress())).status).toBe(202)
  })
})

describe('without Redis', () => {
  it('everybody holds tickets and is asked by the waitlist: nothing is counted', async () => {
    const url = new URL('redis://127.0.0.1:1')
    await using lonely = await startStorefrontInTest({ sessionsRedisUrl: url.href })
    await lonely.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 6 }))
    await lonely.core.store(showWithTickets(0, { id: 'full' }))
    const address = newAddress()
    for (let n = 0; n < LIMIT + 1; n += 1) {
      expect((await new Person('aurora', address).ask(createHold, ticket())).status).toBe(201)
      const entry = { showId: 'full', email: newEmail(), quantity: 1 }
      expect((await new Person('aurora', address).ask(joinWaitlist, entry)).status).toBe(202)
    }
  })
})
