import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ListingQuery, listingHref } from '#components/programme/listing-href.ts'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { find } from './find.ts'

const price = (amount: number) => ({ amount, currency: 'GBP', fees: 0 })
const tiers = (amount: number, sellers = ['aurora']) => [
  { id: 'floor', name: 'Floor', capacity: 9, prices: Object.fromEntries(sellers.map((id) => [id, price(amount)])) },
]
const venue = (city: string, timeZone = 'Europe/London') => ({ ...sampleShow().venue, id: 'venue', city, timeZone })

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  const shows = [
    { id: 'leeds', startsAt: '2098-12-05T19:00:00Z', venue: venue('Leeds'), tiers: tiers(3_000) },
    { id: 'hull', startsAt: '2098-12-12T19:00:00Z', venue: venue('Hull'), tiers: tiers(9_000) },
    // Half past midnight on New Year's Day in Tokyo, while it is still December here.
    { id: 'tokyo', startsAt: '2098-12-31T15:30:00Z', venue: venue('Tokyo', 'Asia/Tokyo'), tiers: tiers(5_000) },
    { id: 'solo-de-luna', startsAt: '2098-12-06T19:00:00Z', venue: venue('Cádiz'), tiers: tiers(100, ['luna']) },
  ]
  for (const show of shows) await shop.core.store(sampleShow(show))
})
afterAll(() => shop[Symbol.asyncDispose]())

const ids = async (query: ListingQuery) =>
  (await find(shop.aurora, query, shop.storefront)).programme?.items.map(({ id }) => id)

describe('what the address asks', () => {
  it.each([
    [{ city: 'hull' }, ['hull']],
    [{ price: '50' }, ['leeds', 'tokyo']],
    [{ sort: 'name' }, ['hull', 'leeds', 'tokyo']],
    [{ from: '2098-12-06', to: '2098-12-31' }, ['hull']],
    [{ from: '2099-01-01' }, ['tokyo']],
    [{ sort: '-price', available: '1' }, ['hull', 'tokyo', 'leeds']],
  ] as const)('is what is found: %j', async (query, expected) => {
    expect(await ids(query)).toEqual(expected)
  })

  it('is counted, with the cities that could be asked for, and nothing of another shop', async () => {
    const { programme } = await find(shop.aurora, { city: 'Hull' }, shop.storefront)
    expect(programme?.total).toBe(1)
    expect(programme?.cities?.map(({ name }) => name).toSorted()).toEqual(['Hull', 'Leeds', 'Tokyo'])
  })
})

describe('the calendar', () => {
  it('opens where the first show is, and lists that month by the venues’ clocks', async () => {
    const { calendar, programme } = await find(shop.aurora, { view: 'calendar' }, shop.storefront)
    expect(calendar).toEqual({
      month: '2098-12',
      days: ['2098-12-05', '2098-12-12', '2099-01-01'].map((day) => ({ day, shows: 1 })),
    })
    expect(programme?.items.map(({ id }) => id)).toEqual(['leeds', 'hull'])
    expect(await ids({ view: 'calendar', month: '2099-01' })).toEqual(['tokyo'])
  })

  it('marks only days that match, but all of those, whichever is open', async () => {
    const query: ListingQuery = { view: 'calendar', price: '50', from: '2098-12-05', to: '2098-12-05' }
    const { calendar, programme } = await find(shop.aurora, query, shop.storefront)
    expect(calendar?.days.map(({ day }) => day)).toEqual(['2098-12-05', '2099-01-01'])
    expect(programme?.items.map(({ id }) => id)).toEqual(['leeds'])
  })
})

describe('when nothing is found', () => {
  it('it says how much there is without each filter, most first', async () => {
    const query: ListingQuery = { city: 'Leeds', from: '2098-12-06', category: 'comedy' }
    expect((await find(shop.aurora, query, shop.storefront)).ways).toEqual([])
    const { ways } = await find(shop.aurora, { city: 'Leeds', from: '2098-12-06' }, shop.storefront)
    expect(ways.map(({ name, shows }) => [name, shows])).toEqual([
      ['city', 2],
      ['dates', 1],
    ])
    expect(ways.map(({ removal }) => listingHref({ city: 'Leeds', from: '2098-12-06' }, removal))).toEqual([
      '/shows?from=2098-12-06',
      '/shows?city=Leeds',
    ])
  })
  it('it never counts what another shop sells', async () => {
    const query: ListingQuery = { city: 'Cádiz', price: '50' }
    expect((await find(shop.luna, query, shop.storefront)).programme?.total).toBe(1)
    expect((await find(shop.aurora, query, shop.storefront)).ways.map(({ name, shows }) => [name, shows])).toEqual([
      ['city', 2],
    ])
  })
})
