import { describe, expect, it } from 'vitest'
import { hallOf } from './hall.ts'
import { labelParts } from './label-parts.ts'
import { sampleAvailability, samplePlan } from './sample-hall.ts'

const { seats = [] } = sampleAvailability()

describe('hallOf', () => {
  it('follows the plan and arranges sections, rows and seats', () => {
    const hall = hallOf(seats, samplePlan)
    expect(hall.sections.map((section) => section.name)).toEqual(['Left', 'Right'])
    expect(hall.sections[1]?.rows[0]?.seats.map((seat) => seat.label)).toEqual(['A4', 'A5', 'A6'])
    expect(hall.seats.get('s-B2')).toMatchObject({ row: 'B', number: '2', x: 2, y: 3, tierId: 'fair' })
  })

  it('makes a grid of the labels when there is no plan', () => {
    const hall = hallOf(seats, undefined)
    expect(hall.sections).toHaveLength(1)
    expect(hall.sections[0]?.rows.map((row) => row.name)).toEqual(['A', 'B', 'C'])
    const [first, second] = hall.sections[0]?.rows[0]?.seats ?? []
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(1)
  })

  it('does the same when the plan does not know a seat that is for sale', () => {
    const extra = [...seats, { id: 's-Z1', label: 'Z1', tierId: 'fair', status: 'available' as const }]
    const hall = hallOf(extra, samplePlan)
    expect(hall.seats.has('s-Z1')).toBe(true)
    expect(hall.seats.size).toBe(19)
  })
})

describe('labelParts', () => {
  it.each([
    ['C12', 'C', '12'],
    ['AA-7', 'AA', '7'],
    ['Box 3-4', 'Box 3', '4'],
    ['い12', 'い', '12'],
    ['Royal', 'Royal', 'Royal'],
  ])('reads %s as row %s, seat %s', (label, row, number) => {
    expect(labelParts(label)).toEqual({ row, number })
  })
})
