import { calendarDay } from '#lib/format/date.ts'
import { instantIn } from '#lib/format/zoned-time.ts'
import type { Weekday, When } from './demo-show.ts'

const WEEKDAYS: readonly Weekday[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const DAY_MS = 86_400_000

/** When a show begins, if it is seeded now: tomorrow at the earliest, on the right weekday, by the venue’s own clock. */
export function startOf({ weeks, day, time }: When, timeZone: string, now: Date): Date {
  const today = new Date(`${calendarDay(now.toISOString(), timeZone)}T00:00:00Z`)
  const earliest = today.getTime() + Math.max(1, weeks * 7) * DAY_MS
  const wait = (WEEKDAYS.indexOf(day) - new Date(earliest).getUTCDay() + 7) % 7
  const date = new Date(earliest + wait * DAY_MS).toISOString().slice(0, 10)
  return instantIn(timeZone, { date, time })
}
