import { expect, test } from 'vitest'
import { quantile } from './quantiles.ts'

test('quantiles are samples, by nearest rank', () => {
  const samples = [5, 1, 4, 2, 3]
  expect(quantile(samples, 0.5)).toBe(3)
  expect(quantile(samples, 0.95)).toBe(5)
  expect(quantile([7], 0.01)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
})
