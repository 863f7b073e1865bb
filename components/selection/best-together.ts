import type { Hall, HallSeat } from '#components/seat-map/hall.ts'
import type { Availability } from '#contracts/availability.ts'
import { blocksOf, freeRuns, windows } from './free-runs.ts'

/** Off the middle is worse than further back: two seats aside cost as much as three rows. */
const ASIDE_COST = 1.5
/** A seat that nobody will want alone is worth sitting a row further back for, not more. */
const ORPHAN_COST = 1

export interface TogetherWish {
  readonly count: number
  /** Only seats of this price; absent: any. */
  readonly tierId?: string | undefined
}

/**
 * The best free seats side by side: near the stage and its middle, rather without leaving a single one over.
 * Null when there are not so many together. Equal halls give equal answers.
 */
export function bestTogether(hall: Hall, { seats }: Availability, { count, tierId }: TogetherWish): HallSeat[] | null {
  const status = new Map(seats?.map((seat) => [seat.id, seat.status]))
  const isFree = (seat: HallSeat) => status.get(seat.id) === 'available'
  const isWanted = (seat: HallSeat) => isFree(seat) && (tierId === undefined || seat.tierId === tierId)
  const costOf = costs(hall)
  let best: HallSeat[] | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const run of blocksOf(hall).flatMap((block) => freeRuns(block, isFree)))
    for (const window of windows(run, count)) {
      if (count < 1 || !window.every(isWanted)) continue
      const cost = costOf(window) + (leavesOne(run, window) ? ORPHAN_COST : 0)
      if (cost < bestCost) [best, bestCost] = [window, cost]
    }
  return best
}

/** The most that can sit side by side, up to `limit`; 0 when nothing is free. */
export function mostTogether(hall: Hall, availability: Availability, { count, tierId }: TogetherWish): number {
  for (let fewer = count; fewer > 0; fewer--)
    if (bestTogether(hall, availability, { count: fewer, tierId })) return fewer
  return 0
}

/** Whether taking these out of a free run leaves a stretch of exactly one seat. */
function leavesOne(run: readonly HallSeat[], taken: readonly HallSeat[]): boolean {
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last) return false
  return run.indexOf(first) === 1 || run.length - 1 - run.indexOf(last) === 1
}

/** Mean distance to the middle of the stage's edge; without a stage, to the middle of the front. */
function costs({ stage, width }: Hall) {
  const [x, y] = stage ? [stage.x + stage.width / 2, stage.y + stage.height] : [width / 2, 0]
  const cost = (seat: HallSeat) => Math.hypot((seat.x - x) * ASIDE_COST, seat.y - y)
  return (seats: readonly HallSeat[]) => seats.reduce((sum, seat) => sum + cost(seat), 0) / seats.length
}
