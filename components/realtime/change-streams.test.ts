import { expect, test } from 'vitest'
import { failureOf } from './change-streams.ts'

test.each([
  [400, 'refused'],
  [401, 'unauthorized'],
  [403, 'refused'],
  [404, 'lost'],
  [422, 'refused'],
  [429, 'later'],
  [502, 'later'],
  [503, 'later'],
] as const)('a change that is answered %i is %s', (status, kind) => {
  expect(failureOf(status).kind).toBe(kind)
})

test('who says "later" may say when', () => {
  expect(failureOf(429, 2_000)).toEqual({ kind: 'later', retryAfterMs: 2_000 })
})
