import type { ShowRecord } from '../shows/show-record.ts'

/** Long enough ahead that no test reaches it. */
const AHEAD_MS = 30 * 86_400_000

const price = (amount: number, currency = 'GBP') => ({ amount, currency, fees: Math.round(amount / 10) })

/** A show of general admission with two tiers, sold by aurora in pounds and luna in euros. */
export function sampleShow(change: Partial<ShowRecord> = {}): ShowRecord {
  return {
    id: 'night-train',
    title: 'Night Train',
    category: 'concert',
    startsAt: new Date(Date.now() + AHEAD_MS).toISOString(),
    venue: {
      id: 'old-depot',
      name: 'The Old Depot',
      address: '1 Tram Lane',
      city: 'Leeds',
      country: 'GB',
      timeZone: 'Europe/London',
    },
    artwork: { key: 'night-train', alt: 'A train at night', palette: ['#101820', '#f2aa4c'] },
    seating: 'general',
    status: 'scheduled',
    description: 'One night.',
    performers: ['The Sleepers'],
    maxPerBuyer: 6,
    poster: {},
    tiers: [
      { id: 'floor', name: 'Floor', capacity: 100, prices: { aurora: price(3500), luna: price(4200, 'EUR') } },
      { id: 'balcony', name: 'Balcony', capacity: 20, prices: { aurora: price(5500), luna: price(6600, 'EUR') } },
    ],
    ...change,
  }
}

/** A show of general admission with one tier of so many tickets. */
export const showWithTickets = (capacity: number, change: Partial<ShowRecord> = {}): ShowRecord =>
  sampleShow({ tiers: [{ id: 'floor', name: 'Floor', capacity, prices: { aurora: price(3500) } }], ...change })

/** A seated show with one tier of so many seats, `A1`, `A2`, …. */
export function showWithSeats(count: number, change: Partial<ShowRecord> = {}): ShowRecord {
  const seats = Array.from({ length: count }, (_, index) => ({
    id: `a${index + 1}`,
    label: `A${index + 1}`,
    tierId: 'stalls',
    sold: false,
  }))
  const tiers = [
    { id: 'stalls', name: 'Stalls', capacity: count, prices: { aurora: price(4800), luna: price(5600, 'EUR') } },
  ]
  return sampleShow({ id: 'the-ferryman', seating: 'seated', tiers, seats, ...change })
}
