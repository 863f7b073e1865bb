import { expect, test } from 'vitest'
import { type Series, slopeOf } from './slope.ts'

test('what grows steadily has its growth as its slope, whenever it begins', () => {
  const series = Array.from({ length: 20 }, (_, i) => [100 + i * 10, 50 + i * 2] as const)
  expect(slopeOf(series)).toBeCloseTo(0.2)
})

test('what comes and goes has none', () => {
  const series: Series = [0, 1, 2, 3, 4].map((at) => [at, at % 2] as const)
  expect(slopeOf(series)).toBeCloseTo(0)
})

test('one moment has no slope', () => {
  expect(slopeOf([])).toBeNaN()
  expect(slopeOf([[3, 5]])).toBeNaN()
  expect(
    slopeOf([
      [3, 5],
      [3, 9],
    ]),
  ).toBeNaN()
})
