import { expect, test } from 'vitest'
import { stockLevel } from './stock-level.ts'

test.each([
  [0, 100, 'sold_out'],
  [1, 100, 'few'],
  [10, 100, 'few'],
  [11, 100, 'available'],
  [100, 2_000, 'few'],
  [101, 2_000, 'available'],
  [100, 20_000, 'few'],
  [101, 20_000, 'available'],
])('%i of %i left is %s', (available, capacity, level) => {
  expect(stockLevel(available, capacity)).toBe(level)
})
