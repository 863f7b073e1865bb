import { describe, expect, test } from 'vitest'
import { isWorthTelling, RENEW_MS } from './audience.ts'

const tally = (told: number | null, count: number, agoMs = 2_000) => ({
  ...{ showId: '42', count },
  told: told === null ? null : { count: told, agoMs },
})

describe('a count', () => {
  test.each<[told: number | null, count: number, worth: boolean]>([
    [null, 1, true],
    [null, 0, false],
    [1, 2, true],
    [2, 1, true],
    [1, 0, true],
    [0, 1, true],
    [19, 20, true],
    [20, 19, true],
    [7, 7, false],
    [21, 22, false],
    [40, 41, false],
    [40, 42, true],
    [40, 38, true],
    [100, 104, false],
    [100, 105, true],
    [100, 95, true],
    [10_000, 10_499, false],
    [10_000, 10_500, true],
    [10_000, 0, true],
  ])('told as %s and now %s is worth telling: %s', (told, count, worth) => {
    expect(isWorthTelling(tally(told, count))).toBe(worth)
  })

  test('that changed too little to be told is told when the old one has its age', () => {
    expect(isWorthTelling(tally(100, 103, RENEW_MS - 1))).toBe(false)
    expect(isWorthTelling(tally(100, 103, RENEW_MS))).toBe(true)
  })

  test('that did not change is renewed, unless nobody is there', () => {
    expect(isWorthTelling(tally(3, 3, RENEW_MS))).toBe(true)
    expect(isWorthTelling(tally(0, 0, RENEW_MS))).toBe(false)
  })
})
