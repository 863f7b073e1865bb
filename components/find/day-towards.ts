import { daysBetween, weekdayOf } from './month-grid.ts'

/** Where an arrow key leads among the days that have shows; null when it leads nowhere. Left and right follow time. */
export function dayTowards(days: readonly string[], from: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return days.findLast((day) => day < from) ?? null
    case 'ArrowRight':
      return days.find((day) => day > from) ?? null
    case 'ArrowUp':
      return nearestWeekday(days, from, (apart) => apart < 0)
    case 'ArrowDown':
      return nearestWeekday(days, from, (apart) => apart > 0)
    case 'Home':
      return days[0] ?? null
    case 'End':
      return days.at(-1) ?? null
    default:
      return null
  }
}

/** Up and down stay in their column where they can; else the nearest day of another week. */
function nearestWeekday(days: readonly string[], from: string, isThere: (apart: number) => boolean): string | null {
  const there = days.filter((day) => isThere(daysBetween(from, day)))
  const nearestFirst = there.toSorted(
    (one, other) => Math.abs(daysBetween(from, one)) - Math.abs(daysBetween(from, other)),
  )
  const column = nearestFirst.find((day) => weekdayOf(day) === weekdayOf(from))
  return column ?? nearestFirst.find((day) => Math.abs(daysBetween(from, day)) >= 7) ?? null
}
