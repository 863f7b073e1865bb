import { describe, expect, it } from 'vitest'
import { LONGEST_BRIEF_WAIT_MS, nextWaitMs, PARKED_AT_MOST_MS, STRANGE_ATTEMPTS_LIMIT } from './retry.ts'

describe('an event that still cannot be told of', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [6, 160_000],
    [7, 300_000],
    [5_000, 300_000],
  ])('after %i attempts waits %i ms', (attempts, waitMs) => {
    expect(nextWaitMs(attempts, 0)).toBe(waitMs)
  })

  it.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [4, 20_000],
    [5_000, 20_000],
  ])(
    'after %i attempts waits %i ms while something answers in core’s place, and a week as well',
    (attempts, waitMs) => {
      expect(nextWaitMs(attempts, 0, 0, LONGEST_BRIEF_WAIT_MS)).toBe(waitMs)
      expect(nextWaitMs(attempts, PARKED_AT_MOST_MS, 0, LONGEST_BRIEF_WAIT_MS)).toBeNull()
    },
  )

  it('waits a week and no longer', () => {
    expect(nextWaitMs(9, PARKED_AT_MOST_MS - 1)).toBe(300_000)
    expect(nextWaitMs(9, PARKED_AT_MOST_MS)).toBeNull()
  })

  it('waits an hour when nobody knows why', () => {
    const waitsMs = Array.from(
      { length: STRANGE_ATTEMPTS_LIMIT - 1 },
      (_, at) => nextWaitMs(at + 1, 0, at + 1) ?? Number.NaN,
    )
    expect(waitsMs.reduce((sum, ms) => sum + ms, 0) / 3_600_000).toBeCloseTo(0.92, 1)
    expect(nextWaitMs(STRANGE_ATTEMPTS_LIMIT, 0, STRANGE_ATTEMPTS_LIMIT)).toBeNull()
    expect(nextWaitMs(STRANGE_ATTEMPTS_LIMIT, 0)).toBe(300_000)
  })

  it('has that hour however often it was tried for another reason before', () => {
    expect(nextWaitMs(STRANGE_ATTEMPTS_LIMIT * 2, 0, 1)).toBe(5_000)
  })
})
