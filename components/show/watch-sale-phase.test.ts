import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ServerClock } from '#components/realtime/server-clock.ts'
import { watchSalePhase } from './watch-sale-phase.ts'

const at = (time: string) => `2026-12-05T${time}Z`
const times = { onSaleAt: at('10:00:00'), startsAt: at('19:00:00'), endsAt: at('22:00:00') }
const HOUR_MS = 3_600_000

let stop = () => {}
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  stop()
  vi.useRealTimers()
})

/** @returns every phase that it was told, each once */
function watched(clock: ServerClock): string[] {
  const told: string[] = []
  stop = watchSalePhase(times, clock, (phase) => {
    if (told.at(-1) !== phase) told.push(phase)
  })
  return told
}

it('tells of each turn at its moment, however long that is ahead', () => {
  vi.setSystemTime(at('09:59:00'))
  const told = watched(new ServerClock())
  expect(told).toEqual(['later'])
  vi.advanceTimersByTime(59_999)
  expect(told).toEqual(['later'])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['later', 'open'])
  vi.advanceTimersByTime(9 * HOUR_MS)
  expect(told).toEqual(['later', 'open', 'begun'])
  vi.advanceTimersByTime(3 * HOUR_MS)
  expect(told).toEqual(['later', 'open', 'begun', 'over'])
})

it('goes by what the page says of the server’s time, not by a clock that is a day ahead', () => {
  vi.setSystemTime('2026-12-06T12:00:00Z')
  const clock = new ServerClock()
  clock.observe(at('12:00:00'))
  expect(watched(clock)).toEqual(['open'])
})

it('takes a show for open again within a minute when the clock turns out to have been wrong', () => {
  vi.setSystemTime(at('23:00:00'))
  const clock = new ServerClock()
  const told = watched(clock)
  clock.observe(at('12:00:00'))
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['over', 'open'])
})

it('tells nothing once it is stopped', () => {
  vi.setSystemTime(at('09:59:00'))
  const told = watched(new ServerClock())
  stop()
  vi.advanceTimersByTime(HOUR_MS)
  expect(told).toEqual(['later'])
  expect(vi.getTimerCount()).toBe(0)
})
