import { describe, expect, it } from 'vitest'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import type { Availability, SeatStatus } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import { unheard, withReturned } from './returned.ts'

const seats = (...labels: string[]): Item => ({
  tierId: 'fair',
  quantity: labels.length,
  seatIds: labels.map((label) => `s-${label}`),
})
const tickets = (quantity: number): Item => ({ tierId: 'dear', quantity })

function general(available: number): Availability {
  const { seats: _, ...rest } = sampleAvailability()
  const status = available === 0 ? ('sold_out' as const) : ('few' as const)
  return { ...rest, tiers: rest.tiers.map((tier) => ({ ...tier, available, status })) }
}

const statusOf = (availability: Availability, label: string) =>
  availability.seats?.find(({ id }) => id === `s-${label}`)?.status

describe('availability with what was given back', () => {
  it('is the very same where nothing was', () => {
    const availability = sampleAvailability({ B1: 'held' })
    expect(withReturned(availability, [])).toBe(availability)
  })
  it('has these seats free, leaves those of others, and keeps what it does not change', () => {
    const before = sampleAvailability({ B1: 'held', B2: 'held', B3: 'sold' })
    const after = withReturned(before, [seats('B1', 'B3')])
    expect(['B1', 'B2', 'B3'].map((label) => statusOf(after, label))).toEqual(['available', 'held', 'sold'])
    expect(after.seats?.filter((seat, index) => seat !== before.seats?.[index])).toHaveLength(1)
  })
  it('has at least as many tickets, and does not count them twice', () => {
    const left = (available: number) => withReturned(general(available), [tickets(1), tickets(1)]).tiers[0]
    expect(left(0)).toMatchObject({ available: 2, status: 'available' })
    expect(left(1)).toMatchObject({ available: 2, status: 'few' })
    expect(left(7)).toMatchObject({ available: 7, status: 'few' })
  })
})

describe('what was given back', () => {
  const read = (taken: Record<string, SeatStatus>, returned: Item[]) => unheard(sampleAvailability(taken), returned)

  it('is waited for until the page hears that it is free', () => {
    const returned = [seats('B1', 'B2')]
    expect(read({ B1: 'held', B2: 'held' }, returned)).toBe(returned)
    expect(read({ B1: 'held' }, returned)).toEqual([seats('B1')])
    expect(read({}, returned)).toEqual([])
  })
  it('is not waited for when somebody has bought it meanwhile, or the hall has it no more', () => {
    expect(read({ B1: 'sold' }, [seats('B1')])).toEqual([])
    expect(read({}, [seats('Z9')])).toEqual([])
  })
  it('without seats is waited for until there are so many', () => {
    const returned = [tickets(2)]
    expect(unheard(general(1), returned)).toBe(returned)
    expect(unheard(general(2), returned)).toEqual([])
  })
})
