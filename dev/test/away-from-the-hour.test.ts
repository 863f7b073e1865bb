import { expect, it } from 'vitest'
import { untilAwayMs } from './away-from-the-hour.ts'

it.each([
  ['2026-11-28T10:00:00.000Z', 0],
  ['2026-11-28T10:30:00.000Z', 0],
  ['2026-11-28T10:59:45.000Z', 0],
  ['2026-11-28T10:59:45.001Z', 14_999],
  ['2026-11-28T23:59:59.999Z', 1],
])('at %s the hour is away in %i ms', (now, ms) => {
  expect(untilAwayMs(Date.parse(now))).toBe(ms)
})
