import { expect, test } from 'vitest'
import { fullJitterMs, reconnectDelayMs } from './backoff.ts'

const bounds = { baseMs: 500, capMs: 30_000 }
const latest = () => 1
const soonest = () => 0

test.each([
  [0, 500],
  [1, 1_000],
  [3, 4_000],
  [6, 30_000],
  [5_000, 30_000],
])('attempt %i waits at most %i ms', (attempt, expected) => {
  expect(fullJitterMs(attempt, bounds, latest)).toBe(expected)
  expect(fullJitterMs(attempt, bounds, soonest)).toBe(0)
})

test("after a good connection the server's retry is obeyed to the letter, since the server jittered it", () => {
  expect(reconnectDelayMs({ failures: 0, retryMs: 7_000 }, bounds, latest)).toBe(7_000)
})

test("a server's retry cannot send a browser away for longer than the cap", () => {
  expect(reconnectDelayMs({ failures: 0, retryMs: 9_000_000 }, bounds, latest)).toBe(30_000)
})

test('after a failure the own backoff rules', () => {
  expect(reconnectDelayMs({ failures: 2, retryMs: 10 }, bounds, latest)).toBe(2_000)
})

test('nobody comes back before Retry-After, and not everybody at that moment', () => {
  expect(reconnectDelayMs({ failures: 1, retryAfterMs: 5_000 }, bounds, soonest)).toBe(5_000)
  expect(reconnectDelayMs({ failures: 1, retryAfterMs: 5_000 }, bounds, latest)).toBe(7_500)
})
