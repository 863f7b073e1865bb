import { describe, expect, test } from 'vitest'
import { faultsOfItems, type SaleTerms, saleIsClosed, totalOf } from './hold-rules.ts'

const now = new Date('2027-03-01T12:00:00Z')
const terms: SaleTerms = {
  seating: 'general',
  status: 'scheduled',
  startsAt: new Date('2027-04-01T19:30:00Z'),
  onSaleAt: null,
  maxPerBuyer: 6,
  now,
  prices: {
    floor: { amount: 3500, currency: 'GBP', fees: 350 },
    balcony: { amount: 5500, currency: 'GBP', fees: 500 },
  },
}

test('the total is all-in, and its fees are the part the tiers’ fees make', () => {
  const items = [
    { tierId: 'floor', quantity: 2 },
    { tierId: 'balcony', quantity: 1 },
  ]
  expect(totalOf(terms, items)).toEqual({ amount: 12_500, currency: 'GBP', fees: 1_200 })
})

describe('a sale', () => {
  test.each([
    ['is open', {}, null],
    ['is open from the very instant it opens', { onSaleAt: now }, null],
    ['has not opened', { onSaleAt: new Date(now.getTime() + 1) }, 'Sales open at 2027-03-01T12:00:00.001Z.'],
    ['ends when the show starts', { startsAt: now }, 'The show has started.'],
    ['is closed for a cancelled show', { status: 'cancelled' as const }, 'The show is cancelled.'],
  ])('%s', (_name, change, detail) => {
    expect(saleIsClosed({ ...terms, ...change })?.detail ?? null).toBe(detail)
  })
})

describe('items', () => {
  const seated = { ...terms, seating: 'seated' as const }
  test.each([
    ['are fine', terms, [{ tierId: 'floor', quantity: 1 }], []],
    [
      'name no tier of the show, not even `constructor`',
      terms,
      [{ tierId: 'constructor', quantity: 1 }],
      ['items.0.tierId'],
    ],
    [
      'name a seat in two tiers',
      seated,
      [
        { tierId: 'floor', quantity: 1, seatIds: ['a'] },
        { tierId: 'balcony', quantity: 1, seatIds: ['a'] },
      ],
      ['items.1.seatIds'],
    ],
  ])('%s', (_name, given, items, paths) => {
    expect(faultsOfItems(given, items).map((fault) => fault.path)).toEqual(paths)
  })
})
