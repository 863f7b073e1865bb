import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ServerClock } from '#components/realtime/server-clock.ts'
import type { Announcement } from '#contracts/storefront.ts'
import { isOver } from './announcement-state.ts'
import { watchEnds } from './watch-ends.ts'

const at = (time: string) => `2026-12-05T${time}Z`
const endless = { id: 'endless', text: 'We are open' }
const first = { id: 'first', text: 'Two for one', until: at('10:00:30') }
const second = { id: 'second', text: 'Late show', until: at('13:00:00') }

let stop = () => {}
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  stop()
  vi.useRealTimers()
})

/** @returns what is shown, each time that it was another */
function watched(clock: ServerClock, all: readonly Announcement[] = [endless, first, second]): string[] {
  const shown: string[] = []
  stop = watchEnds(all, clock, (nowMs) => {
    const ids = all.filter((one) => !isOver(one, nowMs)).map(({ id }) => id)
    if (shown.at(-1) !== ids.join()) shown.push(ids.join())
  })
  return shown
}

it('tells of each end at its moment', () => {
  vi.setSystemTime(at('10:00:00'))
  const shown = watched(new ServerClock())
  vi.advanceTimersByTime(29_999)
  expect(shown).toEqual(['endless,first,second'])
  vi.advanceTimersByTime(1)
  expect(shown).toEqual(['endless,first,second', 'endless,second'])
  vi.advanceTimersByTime(3 * 3_600_000)
  expect(shown.at(-1)).toBe('endless')
})

it('goes by the server’s clock, not by one that is a day ahead', () => {
  vi.setSystemTime('2026-12-06T10:00:00Z')
  const clock = new ServerClock()
  clock.observe(at('10:00:00'))
  expect(watched(clock)).toEqual(['endless,first,second'])
})

it('shows again within a minute what a clock that was wrong had ended', () => {
  vi.setSystemTime(at('14:00:00'))
  const clock = new ServerClock()
  const shown = watched(clock)
  clock.observe(at('12:00:00'))
  vi.advanceTimersByTime(60_000)
  expect(shown).toEqual(['endless', 'endless,second'])
})

it('looks at no clock where nothing ends, and no more once it is stopped', () => {
  expect(watched(new ServerClock(), [])).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  watched(new ServerClock())
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
