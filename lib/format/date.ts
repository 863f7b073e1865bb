import { keptFormats } from './kept-formats.ts'
import { plainSpaces } from './plain-spaces.ts'

/** Where and in which language a time is written. A show's times are always its venue's. */
export interface Place {
  readonly timeZone: string
  readonly locale: string
}

/** A day taken apart, for date stamps. `month` is the short name; `monthNumber` 1–12. */
export interface DayParts {
  readonly weekday: string
  readonly day: string
  readonly month: string
  readonly monthNumber: number
  readonly year: string
}

const kept = keptFormats<Intl.DateTimeFormat>()

/** Saturday 5 December 2026 */
export const formatLongDay = (instant: string, place: Place): string =>
  write(instant, place, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** Sat 5 Dec */
export const formatShortDay = (instant: string, place: Place): string =>
  write(instant, place, { weekday: 'short', day: 'numeric', month: 'short' })

/** 19:30, or 7:30 PM where people say so. */
export const formatTime = (instant: string, place: Place): string => write(instant, place, { timeStyle: 'short' })

/** 19:30:05 */
export const formatTimeToSecond = (instant: string, place: Place): string =>
  write(instant, place, { timeStyle: 'medium' })

/** Sat 5 Dec, 19:30 */
export const formatMoment = (instant: string, place: Place): string =>
  withTime(formatShortDay(instant, place), instant, place)

/** Saturday 5 December 2026, 19:30 */
export const formatDayAndTime = (instant: string, place: Place): string =>
  withTime(formatLongDay(instant, place), instant, place)

/** Nobody puts a comma between them in Japanese. */
const withTime = (day: string, instant: string, place: Place): string =>
  `${day}${place.locale.startsWith('ja') ? ' ' : ', '}${formatTime(instant, place)}`

/** December 2026 */
export const formatMonth = (instant: string, place: Place): string =>
  write(instant, place, { month: 'long', year: 'numeric' })

export function dayParts(instant: string, { timeZone, locale }: Place): DayParts {
  const options = { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const parts = dateFormat(locale, options).formatToParts(new Date(instant))
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value.replace(/[.,]$/, '') ?? ''
  return {
    weekday: value('weekday'),
    day: value('day'),
    month: value('month'),
    monthNumber: Number(calendarDay(instant, timeZone).slice(5, 7)),
    year: value('year'),
  }
}

/** The calendar day at the venue, `2026-12-05`: equal for two instants exactly when they are the same day there. */
export const calendarDay = (instant: string, timeZone: string): string =>
  dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))

/** The same instant as its place writes it in ISO 8601, with the offset of that day: `2026-12-05T20:30:00+01:00`. */
export function localInstant(instant: string, timeZone: string): string {
  const options = { timeZone, ...WHOLE_SECONDS }
  const parts = dateFormat('en-CA', options).formatToParts(new Date(instant))
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const offset = value('timeZoneName').replace('GMT', '') || '+00:00'
  return `${value('year')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}:${value('second')}${offset}`
}

const WHOLE_SECONDS: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' },
}

function write(instant: string, { timeZone, locale }: Place, options: Intl.DateTimeFormatOptions): string {
  return plainSpaces(dateFormat(locale, { timeZone, ...options }).format(new Date(instant)))
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}
