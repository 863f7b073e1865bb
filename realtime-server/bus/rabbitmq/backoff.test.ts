import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('waits grow from a tenth of a second to two, and spread over their upper half', () => {
  expect([0, 1, 2, 5, 500, 5_000].map((attempt) => backoffMs(attempt, 1))).toEqual([100, 200, 400, 2_000, 2_000, 2_000])
  expect([0, 1, 2, 5].map((attempt) => backoffMs(attempt, 0))).toEqual([50, 100, 200, 1_000])
})
