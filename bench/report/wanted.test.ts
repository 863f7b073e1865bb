import { expect, test } from 'vitest'
import { result } from './result.fixture.ts'
import { sectionOf } from './section.ts'
import { isMet, verdictLine, wanted } from './wanted.ts'

test('a figure at its bar is met, one over it is missed', () => {
  expect(verdictLine(wanted('95 % back', 6, 6, 's'))).toBe('95 % back: 6 s, wanted at most 6 s: met')
  expect(verdictLine(wanted('all back', 15.2, 15, 's'))).toBe('all back: 15.2 s, wanted at most 15 s: MISSED')
})

test('a miss is not rounded to what was wanted', () => {
  expect(wanted('memory', 10.001, 10, '%').measured).toBe(10.01)
  expect(wanted('memory', 9.999, 10, '%').measured).toBe(10)
})

test('where nothing could be measured, nothing is met', () => {
  expect(isMet(wanted('all back', Number.POSITIVE_INFINITY, 15, 's'))).toBe(false)
  expect(verdictLine(wanted('p99', Number.NaN, 250, 'ms'))).toBe('p99: not measured, wanted at most 250 ms: MISSED')
})

test('of nothing at all, zero is met and one is not', () => {
  expect(isMet(wanted('failed', 0, 0))).toBe(true)
  expect(verdictLine(wanted('failed', 1, 0))).toBe('failed: 1, wanted at most 0: MISSED')
})

test('a page says what was wanted below its tables', () => {
  const text = sectionOf(result({ wanted: [wanted('lost', 3, 0), wanted('doubled', 0, 0)] }), [])
  expect(text).toContain('- lost: 3, wanted at most 0: **MISSED**\n- doubled: 0, wanted at most 0: **met**\n\n*Taken')
})
