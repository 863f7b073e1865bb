import { describe, expect, test } from 'vitest'
import { chanceFrom, soldSeats } from './sold-seats.ts'

const seats = Array.from({ length: 400 }, (_, index) => ({
  id: `s${index}`,
  label: `S${index}`,
  zone: index < 100 ? 'best' : 'side',
  position: Math.floor(index / 20) * 1_000 + (index % 20),
}))

describe('a hall that fills', () => {
  test.each([0, 0.3, 0.97, 1])('has exactly the share %f sold', (share) => {
    expect(soldSeats(seats, share, 7).size).toBe(400 * share)
  })

  test('fills the same way for the same seed and another way for another', () => {
    expect(soldSeats(seats, 0.5, 7)).toEqual(soldSeats(seats, 0.5, 7))
    expect(soldSeats(seats, 0.5, 7)).not.toEqual(soldSeats(seats, 0.5, 8))
  })

  test('fills from the good places', () => {
    const sold = soldSeats(seats, 0.3, 7)
    const shareOf = (zone: string) => {
      const inZone = seats.filter((seat) => seat.zone === zone)
      return inZone.filter((seat) => sold.has(seat.id)).length / inZone.length
    }
    expect(shareOf('best')).toBeGreaterThan(2 * shareOf('side'))
  })
})

test('chance is spread evenly', () => {
  const chance = chanceFrom(1)
  const mean = Array.from({ length: 10_000 }, chance).reduce((sum, value) => sum + value, 0) / 10_000
  expect(mean).toBeCloseTo(0.5, 1)
})
