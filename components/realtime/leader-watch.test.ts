import { expect, test } from 'vitest'
import { LeaderWatch } from './leader-watch.ts'

const watch = () => new LeaderWatch({ pingMs: 10_000, anxiousPingMs: 1_000, leaderAnswerMs: 5_000 })

test('asks seldom while everything arrives, often while nothing does', () => {
  const one = watch()
  one.asked(0)
  one.answered()
  expect(one.due(9_999, true)).toBe('nothing')
  expect(one.due(10_000, true)).toBe('ask')
  expect(one.due(999, false)).toBe('nothing')
  expect(one.due(1_000, false)).toBe('ask')
})

test('a leader that answers is never pushed aside', () => {
  const one = watch()
  for (let nowMs = 0; nowMs < 60_000; nowMs += 1_000) {
    expect(one.due(nowMs, false)).toBe('ask')
    one.asked(nowMs)
    one.answered()
  }
})

test('a leader that was asked and stays mute is pushed aside once', () => {
  const one = watch()
  one.asked(0)
  one.asked(4_000)
  expect(one.due(4_999, false)).toBe('nothing')
  expect(one.due(5_000, false)).toBe('usurp')
  expect(one.due(5_001, false)).toBe('ask')
})
