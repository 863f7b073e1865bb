import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import { itemLines, pricedAt } from './item-lines.ts'

describe('itemLines', () => {
  it('names tiers and seats, and adds up the price', () => {
    const items = [{ tierId: 'fair', quantity: 2, seatIds: ['s-B1', 's-B2'] }]
    expect(itemLines(items, sampleAvailability())).toEqual([
      {
        tierId: 'fair',
        quantity: 2,
        tier: 'Back',
        seats: ['B1', 'B2'],
        price: { amount: 6000, currency: 'GBP' },
      },
    ])
  })
  it('still says how many when nobody can be asked for names', () => {
    expect(itemLines([{ tierId: 'fair', quantity: 2 }], null)).toMatchObject([{ quantity: 2, tier: '', price: null }])
  })
})

describe('the prices of lines', () => {
  const lines = itemLines(
    [
      { tierId: 'fair', quantity: 2 },
      { tierId: 'dear', quantity: 1 },
    ],
    sampleAvailability(),
  )
  const total = (amount: number, currency: 'GBP' | 'EUR' = 'GBP') => ({ amount, currency, fees: 200 })
  const amounts = (amount: number, currency?: 'GBP' | 'EUR') =>
    pricedAt(total(amount, currency), lines).map(({ price }) => price?.amount)

  it('are told where they come to the total', () => {
    expect(amounts(12_000)).toEqual([6_000, 6_000])
  })
  it.each([
    ['the show was cheaper then', 11_000, 'GBP'],
    ['it has become dearer while somebody pays', 13_000, 'GBP'],
    ['the total is of another currency', 12_000, 'EUR'],
  ] as const)('are left out where %s: lines that do not add up say something untrue', (_, amount, currency) => {
    expect(amounts(amount, currency)).toEqual([undefined, undefined])
  })
  it('are left out where one is not known', () => {
    const some = itemLines(
      [
        { tierId: 'fair', quantity: 2 },
        { tierId: 'gone', quantity: 1 },
      ],
      sampleAvailability(),
    )
    expect(pricedAt(total(6_000), some).every(({ price }) => price === null)).toBe(true)
  })
})
