import { expect, test } from 'vitest'
import { type HistoryState, reachesBack } from './reach.ts'

const EPOCH = '0mubbs7i8deadbeef'
const NOW = 1_790_000_000_000
const DAY = 86_400_000
const at = (ms: number, epoch = EPOCH) => ({ epoch, ms: NOW + ms, seq: 0 })
const state = (first: number | null, before: number | null): HistoryState => ({
  epoch: EPOCH,
  nowMs: NOW,
  first: first === null ? null : at(first),
  before: before === null ? null : at(before),
})

test.each([
  ['whole, and nothing was before it', state(-100, null), -5_000, true],
  ['whole, but the position is from before memory', state(-100, null), -100 - DAY, false],
  ['something was before it, which the position has passed', state(-100, -200), -200, true],
  ['something was before it, which the position has not', state(-100, -200), -201, false],
  ['trimmed, and the position stands at its oldest entry', state(-100, -200), -100, true],
  ['trimmed, and the position stands within it', state(-100, -200), -50, true],
  ['expired, and the position has passed the newest there was', state(null, -300_000), -300_000, true],
  ['expired, and the position has not', state(null, -300_000), -300_001, false],
  ['nothing is remembered, and the position is of today', state(null, null), -DAY + 1, true],
  ['nothing is remembered, and the position is of yesterday', state(null, null), -DAY, false],
  ['the position lies in the future', state(-100, -200), 1, false],
])('%s', (_what, history, after, complete) => {
  expect(reachesBack(history, at(after), DAY)).toBe(complete)
})

test('another epoch is never reached, older or newer', () => {
  for (const epoch of ['0mubbs7i7deadbeef', '0mubbs7i9deadbeef']) {
    expect(reachesBack(state(-100, null), at(-50, epoch), DAY)).toBe(false)
  }
})
