import { calendarDay, formatMoment, formatTime } from './date.ts'

/**
 * When a show starts by the viewer's own clock, or null when that reads the same as at the venue.
 * The day is named only when it is another day there.
 */
export function viewerTime(
  instant: string,
  venueZone: string,
  viewer: { timeZone: string; locale: string },
): string | null {
  const there = formatMoment(instant, { timeZone: venueZone, locale: viewer.locale })
  if (formatMoment(instant, viewer) === there) return null
  const sameDay = calendarDay(instant, venueZone) === calendarDay(instant, viewer.timeZone)
  return sameDay ? formatTime(instant, viewer) : formatMoment(instant, viewer)
}
