import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import { itemLines } from './item-lines.ts'

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
