import { describe, expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability, samplePlan } from '#components/seat-map/sample-hall.ts'
import type { SeatStatus } from '#contracts/availability.ts'
import { bestTogether, mostTogether, type TogetherWish } from './best-together.ts'

/** Rows A to C of two sections, 1–3 and 4–6; A is dear. A section ends as an aisle does. */
function best(wish: TogetherWish, taken: Record<string, SeatStatus> = {}) {
  const availability = sampleAvailability(taken)
  const hall = hallOf(availability.seats ?? [], samplePlan)
  return bestTogether(hall, availability, wish)?.map((seat) => seat.label) ?? null
}

describe('the best together', () => {
  it.each([
    [1, ['A4']], // the stage's middle is over seat 4; two seats are left beside it
    [2, ['A4', 'A5']],
    [3, ['A4', 'A5', 'A6']],
  ])('%i of an empty hall are in front, in the middle', (count, labels) => {
    expect(best({ count })).toEqual(labels)
  })
  it('never sit across an aisle', () => {
    expect(best({ count: 4 })).toBeNull()
    expect(best({ count: 3 }, { A2: 'held' })).toEqual(['A4', 'A5', 'A6'])
  })
  it('are of the price that is wanted', () => {
    expect(best({ count: 3, tierId: 'fair' })?.every((label) => /^[BC]/.test(label))).toBe(true)
    expect(best({ count: 3, tierId: 'none' })).toBeNull()
  })
  it('are free, all of them', () => {
    const front = { A1: 'sold', A2: 'held', A3: 'sold', A4: 'sold', A5: 'held', A6: 'sold' } as const
    expect(best({ count: 2 }, front)?.every((label) => label.startsWith('B'))).toBe(true)
  })
  it('rather leave no single seat over', () => {
    // Left of row B two are free, and so are all three of its right: two of three would leave one.
    const front = { A1: 'sold', A2: 'sold', A3: 'sold', A4: 'sold', A5: 'sold', A6: 'sold' } as const
    expect(best({ count: 2 }, { ...front, B1: 'sold' })).toEqual(['B2', 'B3'])
    expect(best({ count: 2 }, { ...front, B6: 'sold' })).toEqual(['B4', 'B5'])
  })
  it('are nobody when nobody or too many are asked for', () => {
    expect(best({ count: 0 })).toBeNull()
    expect(best({ count: 7 })).toBeNull()
  })
})

it('the most together says what could be had instead', () => {
  const availability = sampleAvailability({ A2: 'sold', A5: 'sold' })
  const hall = hallOf(availability.seats ?? [], samplePlan)
  expect(mostTogether(hall, availability, { count: 6 })).toBe(3)
  expect(mostTogether(hall, availability, { count: 6, tierId: 'dear' })).toBe(1)
  expect(mostTogether(hall, availability, { count: 6, tierId: 'none' })).toBe(0)
})

it('two thousand seats are looked through in a moment', () => {
  const seats = Array.from({ length: 2_500 }, (_, n) => ({ id: `s${n}`, label: `${Math.floor(n / 50)}-${n % 50}` }))
  const availability = {
    ...sampleAvailability(),
    seats: seats.map((seat) => ({ ...seat, tierId: 'fair', status: 'available' as const })),
  }
  const hall = hallOf(availability.seats, undefined)
  const before = process.cpuUsage()
  expect(bestTogether(hall, availability, { count: 4 })).toHaveLength(4)
  // A page may stop for a twentieth of a second on a phone a few times slower; a quadratic search takes seconds.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500)
})
