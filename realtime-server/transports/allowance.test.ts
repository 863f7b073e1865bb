import { expect, test } from 'vitest'
import { Allowance } from './allowance.ts'

const taken = (allowance: Allowance, nowMs: number, tries: number) =>
  Array.from({ length: tries }, () => allowance.take(nowMs)).filter(Boolean).length

test('an allowance may be used up at once and comes back bit by bit, never to more than it was', () => {
  const allowance = new Allowance({ burst: 5, perSecond: 2 }, 0)
  expect(taken(allowance, 0, 10)).toBe(5)
  expect(taken(allowance, 499, 10)).toBe(0)
  expect(taken(allowance, 500, 10)).toBe(1)
  expect(taken(allowance, 2_000, 10)).toBe(3)
  expect(taken(allowance, 1e9, 10)).toBe(5)
})

test('a clock that goes back gives nothing', () => {
  const allowance = new Allowance({ burst: 1, perSecond: 1 }, 10_000)
  expect(taken(allowance, 10_000, 2)).toBe(1)
  expect(taken(allowance, 0, 2)).toBe(0)
  expect(taken(allowance, 1_000, 2)).toBe(1)
})
