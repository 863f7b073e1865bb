import type { Hall, HallSeat } from '#components/seat-map/hall.ts'

/** Seats further apart than this have an aisle between them; seats of one row are one seat width apart, give or take. */
const AISLE = 1.6

/** The rows of a hall, cut at aisles: within a block, neighbours sit side by side. */
export function blocksOf(hall: Hall): HallSeat[][] {
  return hall.sections.flatMap(({ rows }) =>
    rows.flatMap(({ seats }) => cut(seats, (one, other) => isBeside(one, other))),
  )
}

/** The free stretches of a block. */
export const freeRuns = (block: readonly HallSeat[], isFree: (seat: HallSeat) => boolean): HallSeat[][] =>
  cut(block, (one, other) => isFree(one) && isFree(other)).filter(([first]) => first !== undefined && isFree(first))

/** All stretches of `count` neighbours within a run. */
export function windows(run: readonly HallSeat[], count: number): HallSeat[][] {
  return Array.from({ length: Math.max(0, run.length - count + 1) }, (_, from) => run.slice(from, from + count))
}

const isBeside = (one: HallSeat, other: HallSeat): boolean => Math.hypot(other.x - one.x, other.y - one.y) < AISLE

function cut(seats: readonly HallSeat[], together: (one: HallSeat, other: HallSeat) => boolean): HallSeat[][] {
  const parts: HallSeat[][] = []
  for (const seat of seats) {
    const part = parts.at(-1)
    const last = part?.at(-1)
    if (part && last && together(last, seat)) part.push(seat)
    else parts.push([seat])
  }
  return parts
}
