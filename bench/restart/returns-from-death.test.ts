import { expect, test } from 'vitest'
import type { Absence } from './returns.ts'
import { afterDeath } from './returns-from-death.ts'

/** A hundred who notice 1 s after the death, and are back one after the other, 10 ms apart. */
const hundred = Array.from({ length: 100 }, (_, i): Absence => [6_000, 6_000 + (i + 1) * 10])

test('the wait is counted from the death, not from when a viewer noticed', () => {
  const after = afterDeath(hundred, 5_000, 60_000)
  expect(after).toEqual({ lostTheirLine: 100, back95Ms: 1_950, backAllMs: 2_000, neverBack: 0 })
})

test('who never comes back leaves no end to the wait of all, and of most only when they are many', () => {
  const oneGone: Absence[] = [...hundred.slice(1), [6_000, null]]
  expect(afterDeath(oneGone, 5_000, 60_000)).toMatchObject({ neverBack: 1, back95Ms: 1_960, backAllMs: Infinity })
  const sixGone: Absence[] = [...hundred.slice(6), ...Array.from({ length: 6 }, (): Absence => [6_000, null])]
  expect(afterDeath(sixGone, 5_000, 60_000)).toMatchObject({ neverBack: 6, back95Ms: Infinity })
})

test('who lost their line before the death, or after the next one, is not its victim', () => {
  const others: Absence[] = [
    [4_999, null],
    [9_000, null],
  ]
  expect(afterDeath([...hundred, ...others], 5_000, 9_000)).toMatchObject({ lostTheirLine: 100, neverBack: 0 })
})

test('a death that nobody noticed has nothing to tell', () => {
  expect(afterDeath([], 0, 1).back95Ms).toBeNaN()
})
