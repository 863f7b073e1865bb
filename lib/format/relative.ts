import { calendarDay } from './date.ts'

const DAY_MS = 86_400_000

/** Beyond a week a date says more than a number of days. */
const FURTHEST_DAYS = 6

/** "today", "tomorrow", "in 4 days" by the venue's calendar; null for the past and for what is further than six days. */
export function relativeDay(instant: string, nowMs: number, place: { timeZone: string; locale: string }) {
  const dayOf = (iso: string) => Date.parse(calendarDay(iso, place.timeZone))
  const days = Math.round((dayOf(instant) - dayOf(new Date(nowMs).toISOString())) / DAY_MS)
  if (days < 0 || days > FURTHEST_DAYS) return null
  return new Intl.RelativeTimeFormat(place.locale, { numeric: 'auto' }).format(days, 'day')
}
