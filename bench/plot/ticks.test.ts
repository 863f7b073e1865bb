import { expect, test } from 'vitest'
import { label, ticksTo } from './ticks.ts'

test.each([
  [100, [0, 20, 40, 60, 80, 100]],
  [12.3, [0, 2.5, 5, 7.5, 10, 12.5]],
  [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
  [50_100, [0, 20_000, 40_000, 60_000]],
  [0, [0, 1]],
  [Number.NaN, [0, 1]],
])('an axis to %d has round ticks and holds all of it', (top, expected) => {
  expect(ticksTo(top)).toEqual(expected)
})

test('numbers have no digits that mean nothing', () => {
  expect([0, 0.254, 13.94, 5_712.3].map(label)).toEqual(['0', '0.25', '13.9', '5,712'])
})
