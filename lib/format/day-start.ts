import { calendarDay } from './date.ts'

const MINUTE_MS = 60_000
/** The longest day there is: one with an hour put in, and some to spare. */
const LONGEST_DAY_MINUTES = 26 * 60

/**
 * When the day began on which an instant falls in a time zone; both in milliseconds since 1970. Mostly that is midnight,
 * but where clocks are put forward at midnight a day begins at one. Looked for by halves: calendars only go forward.
 */
export function dayStart(instantMs: number, timeZone: string): number {
  const dayAt = (minute: number) => calendarDay(new Date(minute * MINUTE_MS).toISOString(), timeZone)
  let today = Math.floor(instantMs / MINUTE_MS)
  let before = today - LONGEST_DAY_MINUTES
  const day = dayAt(today)
  while (today - before > 1) {
    const middle = Math.floor((today + before) / 2)
    if (dayAt(middle) === day) today = middle
    else before = middle
  }
  return today * MINUTE_MS
}
