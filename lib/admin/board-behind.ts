import type { Board } from '#contracts/board.ts'

/**
 * How long ago the worker may have been through with everything: it looks every five seconds and needs two looks while
 * sales come in, and one that is stopped for a new version is away for some.
 */
const USUAL_MS = 30_000

/**
 * Whether sales may be missing on the board, since those who count them are behind or do not run. Pure.
 * @param countedToMs all sales before this are counted; null when nobody has ever said
 * @returns undefined when none is missing for longer than anybody would notice
 */
export function behindOf(countedToMs: number | null, nowMs: number): Board['behind'] {
  if (countedToMs === null) return { countedTo: null }
  return nowMs - countedToMs > USUAL_MS ? { countedTo: new Date(countedToMs).toISOString() } : undefined
}
