import { describe, expect, it } from 'vitest'
import { scaleTop, stepLine } from './chart-scale.ts'

describe('the scale', () => {
  it.each([
    [[], 4],
    [[0, null], 4],
    [[4], 4],
    [[5], 6],
    [[9], 10],
    [[11], 20],
    [[99], 100],
    [[101], 200],
    [[2_345], 4_000],
  ])('for %j ends at %i', (values, top) => {
    expect(scaleTop(values)).toBe(top)
  })

  it('always has room for the most, and a whole number at its half', () => {
    for (let most = 0; most < 3_000; most++) {
      const top = scaleTop([most])
      expect(top).toBeGreaterThanOrEqual(most)
      expect(top % 2).toBe(0)
    }
  })
})

describe('a line of steps', () => {
  it('goes up and down from minute to minute', () => {
    expect(stepLine([1, 3], 4)).toBe('M0 75H10V25H20')
  })
  it('is interrupted where nothing is known, and lies on the ground where nobody is', () => {
    expect(stepLine([2, null, 0, null], 4)).toBe('M0 50H10M20 100H30')
    expect(stepLine([null, null], 4)).toBe('')
  })
})
