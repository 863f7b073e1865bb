import { expect, it } from 'vitest'
import { leftNow, withRemaining } from './left.ts'

const read = { version: 5, tiers: { floor: 10, balcony: 4 } }

it('what is left is the sum of all tiers, as read', () => {
  expect(leftNow(read)).toBe(14)
  expect(leftNow({ version: 0, tiers: {} })).toBe(0)
})

it('what was said of a tier since then counts, and of the others what was read', () => {
  expect(leftNow(read, withRemaining({}, 6, { floor: 8 }))).toBe(12)
})

it('what was said before it was read does not', () => {
  expect(leftNow(read, withRemaining({}, 5, { floor: 8 }))).toBe(14)
})

it('of a tier the newest counts, in whatever order they come, and after a missed step too', () => {
  const heard = withRemaining(withRemaining({}, 9, { floor: 2 }), 7, { floor: 6, balcony: 3 })
  expect(leftNow(read, heard)).toBe(5)
})

it('a tier that was not read is not invented, and what core could not say is not known', () => {
  expect(leftNow(read, withRemaining({}, 6, { stage: 100 }))).toBe(14)
  expect(leftNow(null, withRemaining({}, 6, { floor: 8 }))).toBeNull()
})
