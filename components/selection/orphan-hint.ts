import type { Hall, HallSeat } from '#components/seat-map/hall.ts'
import type { Availability } from '#contracts/availability.ts'
import { blocksOf, freeRuns, windows } from './free-runs.ts'

/** A free seat that the choice would leave alone, and what could be chosen instead, as many and at the same price. */
export interface OrphanHint {
  readonly alone: HallSeat
  /** What of the choice would move. */
  readonly seatIds: readonly string[]
  readonly instead: readonly HallSeat[]
}

/** A better place is near: further than this many seat widths it is not the same choice any more. */
const NEAR = 6

/**
 * Whether a choice leaves a single free seat between it and what is taken, or the end of the row, and as many seats side
 * by side nearby would not. Null when nothing is left alone, or nothing better is free: then there is nothing to hint at.
 */
export function orphanHint(hall: Hall, { seats }: Availability, chosen: readonly string[]): OrphanHint | null {
  if (chosen.length === 0) return null
  const status = new Map(seats?.map((seat) => [seat.id, seat.status]))
  const mine = new Set(chosen)
  const isFree = (seat: HallSeat) => status.get(seat.id) === 'available'
  const isLeft = (seat: HallSeat) => isFree(seat) && !mine.has(seat.id)
  const runs = blocksOf(hall).flatMap((block) => freeRuns(block, isFree))
  for (const run of runs) {
    const moving = run.filter(({ id }) => mine.has(id))
    const alone = moving.length > 0 ? freeRuns(run, isLeft).find((rest) => rest.length === 1)?.[0] : undefined
    if (!alone) continue
    const instead = better(moving, runs, mine)
    if (instead) return { alone, seatIds: moving.map(({ id }) => id), instead }
  }
  return null
}

/** The nearest seats side by side, as many and each at the same price, that leave nobody alone; null when there are none. */
function better(
  moving: readonly HallSeat[],
  runs: readonly (readonly HallSeat[])[],
  mine: ReadonlySet<string>,
): HallSeat[] | null {
  const [first] = moving
  const others = new Set([...mine].filter((id) => !moving.some((seat) => seat.id === id)))
  if (!first || moving.some(({ tierId }) => tierId !== first.tierId)) return null
  let best: HallSeat[] | null = null
  let bestDistance = NEAR
  for (const run of runs)
    for (const window of windows(run, moving.length)) {
      const distance = distanceBetween(window, moving)
      const fits = window.every(({ id, tierId }) => tierId === first.tierId && !others.has(id))
      if (!fits || distance >= bestDistance || leavesAlone(run, window, others)) continue
      best = window
      bestDistance = distance
    }
  return best
}

function leavesAlone(run: readonly HallSeat[], window: readonly HallSeat[], others: ReadonlySet<string>): boolean {
  const isLeft = (seat: HallSeat) => !window.includes(seat) && !others.has(seat.id)
  return freeRuns(run, isLeft).some((rest) => rest.length === 1)
}

function distanceBetween(one: readonly HallSeat[], other: readonly HallSeat[]): number {
  const [a, b] = [middle(one), middle(other)]
  return Math.hypot(a.x - b.x, a.y - b.y)
}

const middle = (seats: readonly HallSeat[]) => ({
  x: seats.reduce((sum, { x }) => sum + x, 0) / seats.length,
  y: seats.reduce((sum, { y }) => sum + y, 0) / seats.length,
})
