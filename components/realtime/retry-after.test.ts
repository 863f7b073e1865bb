import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const nowMs = Date.parse('2026-11-21T20:00:00Z')

test.each([
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['0', 0],
  [' 7 ', 7_000],
  ['-3', 0],
  ['99999999', 300_000],
  ['Sat, 21 Nov 2026 20:00:12 GMT', 12_000],
  ['Sat, 21 Nov 2026 19:00:00 GMT', 0],
])('reads %j as %j ms', (header, expected) => {
  expect(parseRetryAfter(header, nowMs)).toBe(expected)
})
