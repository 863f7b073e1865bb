import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TimingWheel } from './timing-wheel.ts'

/** Not on a whole second. */
const START = 7_654_321.5

let due: [item: string, atMs: number][]
let wheel: TimingWheel<string>
beforeEach(() => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(START - performance.now())
  due = []
  wheel = new TimingWheel<string>((item, nowMs) => due.push([item, nowMs - START]))
})
afterEach(() => {
  wheel[Symbol.dispose]()
  vi.useRealTimers()
})

describe('a deadline', () => {
  test.each([0, 1, 999, 1_000, 1_001, 20_500, 62_999, 63_000, 64_000, 200_000, 3_600_000])(
    'in %i ms is met once, up to two ticks late and never early',
    (afterMs) => {
      wheel.schedule('it', START + afterMs)
      vi.advanceTimersByTime(afterMs + 2_000)
      expect(due).toHaveLength(1)
      expect(due[0]?.[1]).toBeGreaterThanOrEqual(afterMs)
      vi.advanceTimersByTime(200_000)
      expect(due).toHaveLength(1)
    },
  )

  test('in the past is met at the next tick', () => {
    wheel.schedule('it', START - 60_000)
    vi.advanceTimersByTime(1_000)
    expect(due).toHaveLength(1)
  })

  test('is replaced by a later one, and by an earlier one', () => {
    wheel.schedule('it', START + 5_000)
    wheel.schedule('it', START + 10_000)
    vi.advanceTimersByTime(9_000)
    expect(due).toEqual([])
    wheel.schedule('it', START + 9_500)
    vi.advanceTimersByTime(3_000)
    expect(due).toHaveLength(1)
    expect(wheel.size).toBe(0)
  })

  test('is forgotten when cancelled', () => {
    wheel.schedule('it', START + 5_000)
    wheel.cancel('it')
    wheel.cancel('never there')
    vi.advanceTimersByTime(10_000)
    expect(due).toEqual([])
  })
})

test('whoever is due may schedule itself again', () => {
  wheel[Symbol.dispose]()
  let times = 0
  wheel = new TimingWheel<string>((item, nowMs) => {
    times += 1
    wheel.schedule(item, nowMs + 20_000)
  })
  wheel.schedule('heartbeat', START + 20_000)
  vi.advanceTimersByTime(100_000)
  expect(times).toBeGreaterThanOrEqual(4)
  expect(wheel.size).toBe(1)
})

test('after a long pause everything that was due meanwhile is met, and the rest stays', () => {
  for (const seconds of [1, 30, 63, 90, 600]) wheel.schedule(`${seconds}`, START + seconds * 1_000)
  wheel.advance(START + 100_000)
  expect(due.map(([item]) => item).toSorted()).toEqual(['1', '30', '63', '90'])
  wheel.advance(START + 602_000)
  expect(due.map(([item]) => item)).toContain('600')
})

test.each([-3_600_000, 3_600_000])('that the time of day is set by %i ms is nothing to deadlines', (byMs) => {
  wheel.schedule('before', START + 5_000)
  vi.setSystemTime(Date.now() + byMs)
  wheel.schedule('after', START + 10_000)
  vi.advanceTimersByTime(4_000)
  expect(due).toEqual([])
  vi.advanceTimersByTime(3_000)
  expect(due.map(([item]) => item)).toEqual(['before'])
  vi.advanceTimersByTime(5_000)
  expect(due.map(([item]) => item)).toEqual(['before', 'after'])
})
