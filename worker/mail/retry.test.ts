import { describe, expect, it } from 'vitest'
import { createPace } from './pace.ts'
import { ATTEMPTS_LIMIT, afterFailure } from './retry.ts'

describe('after a failed attempt', () => {
  it('a mail waits longer each time, and is given up after a bounded number', () => {
    const waits = Array.from({ length: ATTEMPTS_LIMIT - 1 }, (_, i) => afterFailure(i + 1, 0))
    const waitsMs = waits.map((end) => (end === 'given-up' ? Number.NaN : end.retryInMs))
    expect(waitsMs).toEqual(waitsMs.toSorted((a, b) => a - b))
    expect(waitsMs[0]).toBe(5_000)
    expect(waitsMs.reduce((sum, ms) => sum + ms, 0) / 3_600_000).toBeCloseTo(11.7, 0)
    expect(afterFailure(ATTEMPTS_LIMIT, 0)).toBe('given-up')
    expect(afterFailure(1_000, 0)).toBe('given-up')
  })

  it('what failed together does not come back together', () => {
    expect(afterFailure(2, 0)).toEqual({ retryInMs: 30_000 })
    expect(afterFailure(2, 0.5)).toEqual({ retryInMs: 31_500 })
  })
})

describe('a pace of ten a second', () => {
  it('lets the first go at once and spreads those who come together', () => {
    const pace = createPace(10)
    expect([pace.next(0), pace.next(0), pace.next(0)]).toEqual([0, 100, 200])
  })

  it('saves nothing up while nobody comes', () => {
    const pace = createPace(10)
    pace.next(0)
    expect([pace.next(60_000), pace.next(60_000)]).toEqual([0, 100])
  })
})
