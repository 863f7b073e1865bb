import { expect, test } from 'vitest'
import { medianRatio } from './paired.ts'

test('one troubled pair does not count, whichever half was troubled', () => {
  const pairs = [
    { without: 100, with: 110 },
    { without: 50, with: 56 },
    { without: 10, with: 900 },
    { without: 900, with: 90 },
    { without: 100, with: 111 },
  ]
  expect(medianRatio(pairs)).toBe(1.11)
  expect(medianRatio([])).toBeNaN()
})
