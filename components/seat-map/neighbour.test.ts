import { describe, expect, it } from 'vitest'
import { hallOf } from './hall.ts'
import { type Direction, neighbour } from './neighbour.ts'
import { sampleAvailability, samplePlan } from './sample-hall.ts'

const hall = hallOf(sampleAvailability().seats ?? [], samplePlan)
const go = (from: string, direction: Direction) => {
  const seat = hall.seats.get(`s-${from}`)
  return seat && neighbour(hall, seat, direction).label
}

describe('neighbour', () => {
  it.each([
    ['B2', 'left', 'B1'],
    ['B2', 'up', 'A2'],
    ['B2', 'down', 'C2'],
    ['B3', 'right', 'B4'],
    ['B2', 'row-start', 'B1'],
    ['B2', 'row-end', 'B3'],
    ['B1', 'left', 'B1'],
    ['A5', 'up', 'A5'],
  ] as const)('leads from %s %s to %s', (from, direction, to) => {
    expect(go(from, direction)).toBe(to)
  })

  it('stays in its row across an aisle rather than slip into the next row', () => {
    const seats = samplePlan.seats.map((seat) => (Number(seat.number) > 3 ? { ...seat, x: seat.x + 2 } : seat))
    const wide = hallOf(sampleAvailability().seats ?? [], { ...samplePlan, seats })
    const from = wide.seats.get('s-B3')
    expect(from && neighbour(wide, from, 'right').label).toBe('B4')
  })
})
