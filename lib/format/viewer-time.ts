import { calendarDay, formatMoment, formatTime, type Place } from './date.ts'

/** Instants of one evening, ISO 8601, in the order in which they come. `starts` is the one whose day a page names. */
export interface Evening {
  readonly doors?: string | undefined
  readonly starts: string
  readonly ends?: string | undefined
}

/** What there is of it, in order. */
export const instantsOf = ({ doors, starts, ends }: Evening): string[] =>
  [doors, starts, ends].filter((at) => at !== undefined)

/**
 * Whether clocks differ at any of its instants; they may agree at the first and not at the last.
 * @param venueAhead minutes that the venue's are ahead of UTC, at each instant that there is, in order
 * @param ahead the same of the viewer's
 */
export const clocksDiffer = (evening: Evening, venueAhead: readonly number[], ahead: (at: string) => number): boolean =>
  instantsOf(evening).some((at, index) => ahead(at) !== venueAhead[index])

/**
 * An evening by the viewer's own clock, or null when all of it reads the same as at the venue. Each instant by the offset
 * of its own moment: clocks may change in between. A day is named only where it is another than the reader knows of: the
 * one on which the show starts at its venue, then the one that was named last.
 */
export function viewerTimes(evening: Evening, venueZone: string, viewer: Place): Evening | null {
  const venue = { timeZone: venueZone, locale: viewer.locale }
  if (instantsOf(evening).every((at) => formatMoment(at, viewer) === formatMoment(at, venue))) return null
  let known = calendarDay(evening.starts, venueZone)
  const written = (at: string) => {
    const day = calendarDay(at, viewer.timeZone)
    const text = day === known ? formatTime(at, viewer) : formatMoment(at, viewer)
    known = day
    return text
  }
  const doors = evening.doors && written(evening.doors)
  const starts = written(evening.starts)
  return { doors, starts, ends: evening.ends && written(evening.ends) }
}
