import { expect, test } from 'vitest'
import { arrivalGapMs, meanGapMs, partySize } from './crowd.ts'

const evenly = (count: number) => Array.from({ length: count }, (_, index) => (index + 0.5) / count)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('parties are one to four people, most often two', () => {
  const sizes = evenly(1_000).map(partySize)
  expect([...new Set(sizes)].sort()).toEqual([1, 2, 3, 4])
  expect(sizes.filter((size) => size === 2)).toHaveLength(500)
})

test('gaps between arrivals average out to the asked rate', () => {
  const gaps = evenly(10_000).map((chance) => arrivalGapMs(5, chance))
  expect(mean(gaps)).toBeCloseTo(meanGapMs(5), -1)
})

test('a crowd twice as fast comes in half the time', () => {
  expect(meanGapMs(10)).toBeCloseTo(meanGapMs(5) / 2)
})
