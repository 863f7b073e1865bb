import { describe, expect, it } from 'vitest'
import { bannerWords } from './banner-words.ts'

const names = {
  tier: (id: string) => ({ stalls: 'Stalls', circle: 'Circle' })[id],
  seat: (id: string) => ({ s1: 'C12', s2: 'C13', s3: 'C14', s4: 'C15' })[id],
  tierIds: ['stalls', 'circle'],
}
const told = (sales: number, items: { tierId: string; quantity: number; seatIds?: string[] }[], remaining = {}) =>
  bannerWords({ sales, items, remaining }, names)

describe('one sale', () => {
  it('names up to three seats', () => {
    const items = [{ tierId: 'stalls', quantity: 2, seatIds: ['s1', 's2'] }]
    expect(told(1, items)).toEqual({ kind: 'seats', count: 2, labels: ['C12', 'C13'] })
  })
  it('counts what would be a long list', () => {
    const items = [{ tierId: 'stalls', quantity: 4, seatIds: ['s1', 's2', 's3', 's4'] }]
    expect(told(1, items)).toEqual({ kind: 'tickets', count: 4, tier: 'Stalls' })
  })
  it('counts the tickets of one tier', () => {
    expect(told(1, [{ tierId: 'stalls', quantity: 3 }])).toEqual({ kind: 'tickets', count: 3, tier: 'Stalls' })
  })
  it('speaks of an order when several tiers were sold, or one it does not know', () => {
    const mixed = [
      { tierId: 'stalls', quantity: 1 },
      { tierId: 'circle', quantity: 2 },
    ]
    expect(told(1, mixed)).toEqual({ kind: 'several', count: 1 })
    expect(told(1, [{ tierId: 'new', quantity: 5 }])).toEqual({ kind: 'several', count: 1 })
  })
  it('does not name a seat it does not know', () => {
    const items = [{ tierId: 'stalls', quantity: 1, seatIds: ['unknown'] }]
    expect(told(1, items)).toEqual({ kind: 'tickets', count: 1, tier: 'Stalls' })
  })
})

describe('a rush', () => {
  const stalls = { tierId: 'stalls', quantity: 5 }
  const circle = { tierId: 'circle', quantity: 2 }

  it('is counted in tickets, with what is left of their tier', () => {
    expect(told(4, [stalls], { stalls: 34, circle: 9 })).toEqual({ kind: 'rush', count: 5, tier: 'Stalls', left: 34 })
  })
  it('over all tiers tells what is left in all', () => {
    expect(told(3, [stalls, circle], { stalls: 30, circle: 4 })).toEqual({
      ...{ kind: 'rush', count: 7, tier: null, left: 34 },
    })
  })
  it('does not take a part for the whole: a tier of which nothing was said is not guessed', () => {
    const three = { ...names, tierIds: [...names.tierIds, 'gallery'] }
    const bundle = { sales: 3, items: [stalls, circle], remaining: { stalls: 30, circle: 4 } }
    expect(bannerWords(bundle, three)).toMatchObject({ count: 7, left: null })
    expect(told(2, [stalls])).toMatchObject({ tier: 'Stalls', left: null })
  })
  it('tells that nothing is left', () => {
    expect(told(2, [stalls], { stalls: 0 })).toMatchObject({ left: 0 })
  })
})
