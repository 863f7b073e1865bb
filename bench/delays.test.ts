import { expect, test } from 'vitest'
import { Delays } from './delays.ts'
import { quantile } from './quantiles.ts'

const noted = (...ms: number[]) => {
  const delays = new Delays()
  for (const one of ms) delays.note(one)
  return delays
}

test('quantiles are those of the samples, to the millisecond', () => {
  const samples = Array.from({ length: 500 }, (_, i) => (i * 7919) % 1_000)
  for (const share of [0.001, 0.5, 0.9, 0.99, 1]) {
    expect(noted(...samples).quantile(share)).toBe(quantile(samples, share))
  }
  expect(new Delays().quantile(0.5)).toBeNaN()
})

test('those of two processes add up', () => {
  const both = noted(1, 2, 300)
  both.add(new Delays(noted(2, 9_000).counts))
  expect([both.size, both.quantile(0.5), both.quantile(1)]).toEqual([5, 2, 9_000])
})

test('a clock that differs a little makes nobody early, and an hour is a minute', () => {
  expect(noted(-0.7, 3_600_000).counts.flatMap((count, ms) => (count ? [ms] : []))).toEqual([0, 60_000])
})
