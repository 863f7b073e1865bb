import { describe, expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability, samplePlan } from '#components/seat-map/sample-hall.ts'
import type { SeatStatus } from '#contracts/availability.ts'
import { nextBest } from './next-best.ts'

const sold = (...labels: string[]): Record<string, SeatStatus> =>
  Object.fromEntries(labels.map((label) => [label, 'sold']))

function offered(label: string, taken: Record<string, SeatStatus>, chosen: string[] = []) {
  const availability = sampleAvailability(taken)
  const hall = hallOf(availability.seats ?? [], samplePlan)
  const lost = hall.seats.get(`s-${label}`)
  if (!lost) throw new Error(`no seat ${label}`)
  const best = nextBest(
    lost,
    hall,
    availability,
    chosen.map((name) => `s-${name}`),
  )
  return best?.label ?? null
}

describe('nextBest', () => {
  it('offers the seat beside the lost one', () => {
    expect(['B1', 'B3']).toContain(offered('B2', sold('B2')))
  })
  it('prefers the neighbour of a seat that is still chosen', () => {
    expect(offered('B2', sold('B2'), ['C1'])).toBe('B1')
    expect(offered('B2', sold('B2'), ['B4'])).toBe('B3')
  })
  it('rather goes a row back at the same price than beside at another', () => {
    expect(offered('B2', sold('B1', 'B2', 'B3', 'B4'))).toBe('C2')
  })
  it('leaves the price when nothing else is left', () => {
    const rest = ['B', 'C'].flatMap((row) => [1, 2, 3, 4, 5, 6].map((number) => `${row}${number}`))
    expect(offered('B2', sold(...rest))).toBe('A2')
  })
  it('never offers what is held, sold or chosen already', () => {
    expect(offered('C6', { ...sold('C6', 'C4'), C5: 'held', B6: 'held' }, ['B5'])).not.toMatch(/C[456]|B[56]/)
  })
  it('offers nothing when nothing is free', () => {
    const all = samplePlan.seats.map(({ row, number }) => `${row}${number}`)
    expect(offered('A1', sold(...all))).toBeNull()
  })
})
