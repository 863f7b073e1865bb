import { BOARD_MINUTES } from '#contracts/board-minutes.ts'

/*
 * How many browsers look at the shows of a board, and how that went. Pure. Only what the registry counted goes in; where
 * nobody has counted lately nothing is known, which is not the same as nobody.
 */

const MINUTE_MS = 60_000
/** A count that nobody has renewed is no longer true: a tier renews each within half a minute. */
const COUNT_LIFE_MS = 60_000

interface Count {
  readonly count: number
  readonly atMs: number
}

export interface ViewerWatch {
  /** By show. */
  readonly counts: ReadonlyMap<string, Count>
  /** The most at once, by minute since 1970, as far back as the chart; minutes in which nothing was known are missing. */
  readonly peaks: ReadonlyMap<number, number>
  /** Up to when it was watched. */
  readonly nowMs: number
}

/** A show was counted, or time has passed. */
export type ViewerNews = {
  readonly nowMs: number
  readonly counted?: { readonly showId: string; readonly count: number }
}

export const watchFrom = (nowMs: number): ViewerWatch => ({ counts: new Map(), peaks: new Map(), nowMs })

export function withNews(watch: ViewerWatch, { nowMs, counted }: ViewerNews): ViewerWatch {
  const fresh = [...watch.counts].filter(([, { atMs }]) => nowMs - atMs < COUNT_LIFE_MS)
  const counts = new Map(fresh)
  if (counted) counts.set(counted.showId, { count: counted.count, atMs: nowMs })
  return { counts, peaks: withTotal(watch.peaks, totalOf(counts), minuteOf(nowMs)), nowMs }
}

/** How many look at a show; null when nobody has counted lately. */
export const viewersOf = ({ counts }: ViewerWatch, showId: string): number | null => counts.get(showId)?.count ?? null

/** How many look at any of the shows, a browser with two of them counting twice; null when nothing is known of any. */
export const allViewers = ({ counts }: ViewerWatch): number | null => totalOf(counts)

/** The most at once in each of the last minutes, the running one last; null where nothing was known. */
export function viewerMinutes({ peaks, nowMs }: ViewerWatch, minutes = BOARD_MINUTES): (number | null)[] {
  const first = minuteOf(nowMs) - (minutes - 1)
  return Array.from({ length: minutes }, (_, at) => peaks.get(first + at) ?? null)
}

function totalOf(counts: ViewerWatch['counts']): number | null {
  if (counts.size === 0) return null
  return [...counts.values()].reduce((sum, { count }) => sum + count, 0)
}

function withTotal(peaks: ViewerWatch['peaks'], total: number | null, minute: number): ViewerWatch['peaks'] {
  const kept = new Map([...peaks].filter(([one]) => one > minute - BOARD_MINUTES && one <= minute))
  if (total !== null) kept.set(minute, Math.max(total, kept.get(minute) ?? 0))
  return kept
}

const minuteOf = (ms: number): number => Math.floor(ms / MINUTE_MS)
