/*
 * Calendar arithmetic on days as texts, `2026-12-05`, and months, `2026-12`: without an instant there is no time zone to
 * go wrong in. Whose calendar it is was decided where the days came from.
 */

/** Weeks from top to bottom; null where a week reaches into another month. `firstWeekday` is 0 for Sunday, 1 for Monday. */
export function monthGrid(month: string, firstWeekday: number): (string | null)[][] {
  const length = daysIn(month)
  const before = (weekdayOf(`${month}-01`) - firstWeekday + 7) % 7
  const weeks = Math.ceil((before + length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const date = week * 7 + column - before + 1
      return date >= 1 && date <= length ? `${month}-${String(date).padStart(2, '0')}` : null
    }),
  )
}

/** First and last day of a month. */
export const monthEnds = (month: string): { from: string; to: string } => ({
  from: `${month}-01`,
  to: `${month}-${daysIn(month)}`,
})

/** The month so many later, or earlier. */
export function monthAfter(month: string, months = 1): string {
  const at = utc(`${month}-01`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 7)
}

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => utc(day).getUTCDay()

/** Whole days from one to the other. */
export const daysBetween = (one: string, other: string): number =>
  Math.round((utc(other).getTime() - utc(one).getTime()) / 86_400_000)

/** The day on which people's week begins: where English is American, and in Japan, on Sunday. */
export const firstWeekdayOf = (locale: string): number => (locale === 'en-US' || locale.startsWith('ja') ? 0 : 1)

const daysIn = (month: string): number => {
  const at = utc(`${month}-01`)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
