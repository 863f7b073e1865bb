import { expect, it } from 'vitest'
import { countsOf, playwrightCounts, vitestCounts } from './report-file.ts'

const green = { passed: 3, failed: 0, skipped: 1 }

it('counts tests to do as skipped', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

it('counts a flaky browser test as failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }
  expect(playwrightCounts({ stats })).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

it.each([
  ['the report as it is when the runner agrees', green, 0, green],
  ['a failure when the runner failed without a failed test', green, 1, { ...green, failed: 1 }],
  ['a failure when the runner was killed', green, null, { ...green, failed: 1 }],
  ['a failure when there is no report', null, 0, { passed: 0, failed: 1, skipped: 0 }],
])('gives %s', (_case, report, exitCode, expected) => {
  expect(countsOf(report, exitCode)).toEqual(expected)
})
