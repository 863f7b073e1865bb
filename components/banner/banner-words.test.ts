import { describe, expect, it } from 'vitest'
import { bannerWords } from './banner-words.ts'

const names = {
  tier: (id: string) => ({ stalls: 'Stalls', circle: 'Circle' })[id],
  seat: (id: string) => ({ s1: 'C12', s2: 'C13', s3: 'C14', s4: 'C15' })[id],
}

describe('bannerWords', () => {
  it('names up to three seats', () => {
    const items = [{ tierId: 'stalls', quantity: 2, seatIds: ['s1', 's2'] }]
    expect(bannerWords({ sales: 1, items }, names)).toEqual({ kind: 'seats', count: 2, labels: ['C12', 'C13'] })
  })
  it('counts what would be a long list', () => {
    const items = [{ tierId: 'stalls', quantity: 4, seatIds: ['s1', 's2', 's3', 's4'] }]
    expect(bannerWords({ sales: 2, items }, names)).toEqual({ kind: 'tickets', count: 4, tier: 'Stalls' })
  })
  it('counts the tickets of one tier', () => {
    const items = [
      { tierId: 'stalls', quantity: 1 },
      { tierId: 'stalls', quantity: 2 },
    ]
    expect(bannerWords({ sales: 2, items }, names)).toEqual({ kind: 'tickets', count: 3, tier: 'Stalls' })
  })
  it('speaks of orders when several tiers were sold, or one it does not know', () => {
    const mixed = [
      { tierId: 'stalls', quantity: 1 },
      { tierId: 'circle', quantity: 2 },
    ]
    expect(bannerWords({ sales: 2, items: mixed }, names)).toEqual({ kind: 'several', count: 2 })
    expect(bannerWords({ sales: 1, items: [{ tierId: 'new', quantity: 5 }] }, names)).toEqual({
      kind: 'several',
      count: 1,
    })
  })
  it('does not name a seat it does not know', () => {
    const items = [{ tierId: 'stalls', quantity: 1, seatIds: ['unknown'] }]
    expect(bannerWords({ sales: 1, items }, names)).toEqual({ kind: 'tickets', count: 1, tier: 'Stalls' })
  })
})
