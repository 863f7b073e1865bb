import { expect, it } from 'vitest'
import { admit, type Breaker, closedBreaker, settle } from './breaker.ts'

const fail = (breaker: Breaker, times: number, nowMs = 0) =>
  Array.from({ length: times }).reduce<Breaker>((state) => settle(state, false, nowMs), breaker)

it('stays closed for four failures in a row, and a success forgets them', () => {
  const four = fail(closedBreaker, 4)
  expect(admit(four, 0).admitted).toBe(true)
  expect(settle(four, true, 0)).toEqual(closedBreaker)
})

it('opens at the fifth and turns requests away for a second', () => {
  const open = fail(closedBreaker, 5)
  expect(admit(open, 0).admitted).toBe(false)
  expect(admit(open, 999).admitted).toBe(false)
  expect(admit(open, 1_000).admitted).toBe(true)
})

it('lets one request out to see, and no other meanwhile', () => {
  const probing = admit(fail(closedBreaker, 5), 1_000).next
  expect(probing.state).toBe('probing')
  expect(admit(probing, 1_001).admitted).toBe(false)
})

it('closes when that one comes back well, and opens again when it does not', () => {
  const probing = admit(fail(closedBreaker, 5), 1_000).next
  expect(settle(probing, true, 1_100)).toEqual(closedBreaker)
  const open = settle(probing, false, 1_100)
  expect(admit(open, 2_099).admitted).toBe(false)
  expect(admit(open, 2_100).admitted).toBe(true)
})

it('sends another one when the first never reports back', () => {
  const probing = admit(fail(closedBreaker, 5), 1_000).next
  expect(admit(probing, 3_000).admitted).toBe(true)
})
