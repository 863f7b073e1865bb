import { expect, it } from 'vitest'
import { formatClock } from './duration.ts'

it.each([
  [0, '0:00'],
  [-5000, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [245_000, '4:05'],
  [600_000, '10:00'],
])('writes %i ms as %s', (leftMs, text) => {
  expect(formatClock(leftMs)).toBe(text)
})
