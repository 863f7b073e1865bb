import { describe, expect, it } from 'vitest'
import { allViewers, type ViewerWatch, viewerMinutes, viewersOf, watchFrom, withNews } from './viewer-watch.ts'

const START = Date.parse('2026-11-26T17:00:00Z')
const at = (minutes: number, seconds = 0) => START + minutes * 60_000 + seconds * 1000
const counted = (watch: ViewerWatch, nowMs: number, showId: string, count: number) =>
  withNews(watch, { nowMs, counted: { showId, count } })

describe('how many look', () => {
  it('is unknown until somebody has counted, also where nobody looks', () => {
    const watch = withNews(watchFrom(START), { nowMs: at(0, 5) })
    expect([allViewers(watch), viewersOf(watch, 'a')]).toEqual([null, null])
    expect(viewerMinutes(watch).every((one) => one === null)).toBe(true)
  })

  it('is the sum of what was counted, the newest of each show', () => {
    let watch = counted(watchFrom(START), at(0), 'a', 3)
    watch = counted(watch, at(0, 2), 'b', 4)
    watch = counted(watch, at(0, 4), 'a', 1)
    expect([allViewers(watch), viewersOf(watch, 'a'), viewersOf(watch, 'b')]).toEqual([5, 1, 4])
    expect(allViewers(counted(watch, at(0, 5), 'b', 0))).toBe(1)
  })

  it('is forgotten a minute after it was counted', () => {
    const watch = counted(watchFrom(START), at(0), 'a', 3)
    expect(viewersOf(withNews(watch, { nowMs: at(0, 59) }), 'a')).toBe(3)
    expect(viewersOf(withNews(watch, { nowMs: at(1) }), 'a')).toBeNull()
  })
})

describe('the minutes', () => {
  it('say the most that were there at once', () => {
    let watch = counted(watchFrom(START), at(0), 'a', 3)
    watch = counted(watch, at(0, 10), 'a', 9)
    watch = counted(watch, at(0, 20), 'a', 2)
    watch = withNews(watch, { nowMs: at(1) })
    expect(viewerMinutes(watch, 3)).toEqual([null, 9, 2])
  })

  it('have a gap where nothing was known, and not zero', () => {
    let watch = counted(watchFrom(START), at(0), 'a', 3)
    watch = withNews(watch, { nowMs: at(2) })
    watch = counted(watch, at(3), 'a', 0)
    expect(viewerMinutes(watch, 4)).toEqual([3, null, null, 0])
  })

  it('are sixty, and what was before is forgotten', () => {
    let watch = watchFrom(START)
    for (let minute = 0; minute < 200; minute++) watch = counted(watch, at(minute), 'a', minute)
    expect(watch.peaks.size).toBe(60)
    expect(viewerMinutes(watch)).toEqual(Array.from({ length: 60 }, (_, one) => 140 + one))
  })

  it('do not break when the clock is set back: what lay ahead is forgotten', () => {
    const watch = counted(counted(watchFrom(START), at(10), 'a', 3), at(5), 'a', 2)
    expect(viewerMinutes(watch, 2)).toEqual([null, 2])
    expect([...watch.peaks.keys()]).toHaveLength(1)
  })
})
