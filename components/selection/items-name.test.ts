import { expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability, samplePlan } from '#components/seat-map/sample-hall.ts'
import { itemsName } from './items-name.ts'

const availability = sampleAvailability()
const hall = hallOf(availability.seats ?? [], samplePlan)

it('names seats by their labels, tickets by how many, and leaves out what the page does not know', () => {
  const seated = [
    { tierId: 'dear', quantity: 1, seatIds: ['s-A1'] },
    { tierId: 'fair', quantity: 2, seatIds: ['s-B1', 's-Z9'] },
  ]
  expect(itemsName(seated, { availability, hall }, 'en-GB')).toBe('A1 and B1')
  const tickets = [
    { tierId: 'dear', quantity: 2 },
    { tierId: 'gone', quantity: 1 },
  ]
  expect(itemsName(tickets, { availability, hall: null }, 'en-GB')).toBe('2 × Front')
  expect(itemsName([], { availability, hall }, 'en-GB')).toBe('')
})
