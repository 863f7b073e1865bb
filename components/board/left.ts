import type { BoardShow } from '#contracts/board.ts'

/* What is left of a show: what the board was read with, brought up to date by the show's own stream. Pure. */

/** What messages have said of each tier, and as of which version of the show. */
export type HeardLeft = Readonly<Record<string, { readonly left: number; readonly version: number }>>

/** `remaining` is a state: of each tier the newest counts, in whatever order they come. */
export function withRemaining(
  heard: HeardLeft,
  version: number,
  remaining: Readonly<Record<string, number>>,
): HeardLeft {
  const newer = Object.entries(remaining).filter(([tierId]) => version > (heard[tierId]?.version ?? -1))
  return { ...heard, ...Object.fromEntries(newer.map(([tierId, left]) => [tierId, { left, version }])) }
}

/** How many tickets can be held now; null when core could not be asked. */
export function leftNow(read: BoardShow['left'], heard: HeardLeft = {}): number | null {
  if (read === null) return null
  return Object.entries(read.tiers).reduce((sum, [tierId, left]) => {
    const said = heard[tierId]
    return sum + (said && said.version > read.version ? said.left : left)
  }, 0)
}
