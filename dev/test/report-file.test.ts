import { expect, it } from 'vitest'
import { playwrightCounts, verdictOf, vitestCounts } from './report-file.ts'

const green = { passed: 3, failed: 0, skipped: 1 }

it('counts tests to do as skipped', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

it('counts a flaky browser test as failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }
  expect(playwrightCounts({ stats })).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

const ended = 'it was ended before it was done'

it.each([
  ['the report as it is when the runner agrees', green, 0, { counts: green }],
  ['a failure when the runner failed without a failed test', green, 1, { counts: { ...green, failed: 1 } }],
  ['a failure, and why, when the runner was ended', green, null, { counts: { ...green, failed: 1 }, reason: ended }],
  ['a failure when there is no report', null, 0, { counts: { passed: 0, failed: 1, skipped: 0 } }],
  ['the failures that there are', { ...green, failed: 2 }, 1, { counts: { ...green, failed: 2 } }],
])('gives %s', (_case, report, exitCode, expected) => {
  expect(verdictOf(report, exitCode)).toEqual(expected)
})
