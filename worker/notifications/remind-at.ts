import { offsetMs } from '#lib/format/zoned-time.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * When to remind of a show: a day before, when clocks at the venue show the same time as when it begins, so that a change
 * of the clocks in between does not wake anybody an hour early. Null for who bought later than that: they know.
 */
export function remindAt(startsAtMs: number, timeZone: string, boughtAtMs: number): Date | null {
  const dayBeforeMs = startsAtMs - DAY_MS
  const atMs = dayBeforeMs + offsetMs(timeZone, startsAtMs) - offsetMs(timeZone, dayBeforeMs)
  return boughtAtMs < atMs ? new Date(atMs) : null
}
