import type { ShowRecord } from '#dev/core/shows/show-record.ts'

/** Puts a show of general admission on sale at all four shops; by default with more tickets than any bench sells. */
export async function storeShowToSell(core: string, capacity = 100_000): Promise<string> {
  return storeShow(core, showToSell(capacity))
}

/** Puts a show on sale. @returns its id */
export async function storeShow(core: string, record: ShowRecord): Promise<string> {
  const response = await fetch(`${core}/dev/shows/${record.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  })
  if (!response.ok) throw new Error(`the show was not stored: ${response.status} ${await response.text()}`)
  return record.id
}

const price = (currency: string) => ({ amount: 4_000, currency, fees: 400 })

/** A show of general admission that nobody else measures. */
export function showToSell(capacity: number): ShowRecord {
  return {
    id: `bench-${Date.now().toString(36)}`,
    title: 'The Long Evening',
    category: 'concert',
    startsAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    venue: {
      id: 'depot',
      name: 'The Depot',
      address: '1 Tram Lane',
      city: 'Leeds',
      country: 'GB',
      timeZone: 'Europe/London',
    },
    artwork: { key: 'bench', alt: 'A poster', palette: ['#101820', '#f2aa4c'] },
    poster: {},
    status: 'scheduled',
    description: 'A show that is there to be measured.',
    performers: [],
    maxPerBuyer: 6,
    seating: 'general',
    tiers: [
      {
        id: 'floor',
        name: 'Floor',
        capacity,
        prices: { aurora: price('GBP'), luna: price('EUR'), hoshi: price('JPY'), kite: price('USD') },
      },
    ],
  }
}
