import type { Hall, HallSeat } from '#components/seat-map/hall.ts'

/** An aisle is this much wider than what is usual between the seats of its row: chairs at a table stand wider than stalls. */
const AISLE = 1.6
/** Whoever sits further apart than two seat widths does not sit together, however usual it is there. */
const FURTHEST = 2

/** The rows of a hall, cut at aisles: within a block, neighbours sit side by side. */
export function blocksOf(hall: Hall): HallSeat[][] {
  return hall.sections.flatMap(({ rows }) =>
    rows.flatMap(({ seats }) => {
      const reach = Math.min(FURTHEST, AISLE * usualGap(seats))
      return cut(seats, (one, other) => gap(one, other) < reach)
    }),
  )
}

/** The free stretches of a block. */
export const freeRuns = (block: readonly HallSeat[], isFree: (seat: HallSeat) => boolean): HallSeat[][] =>
  cut(block, (one, other) => isFree(one) && isFree(other)).filter(([first]) => first !== undefined && isFree(first))

/** All stretches of `count` neighbours within a run. */
export function windows(run: readonly HallSeat[], count: number): HallSeat[][] {
  return Array.from({ length: Math.max(0, run.length - count + 1) }, (_, from) => run.slice(from, from + count))
}

const gap = (one: HallSeat, other: HallSeat): number => Math.hypot(other.x - one.x, other.y - one.y)

/** The median: one aisle, or five, do not change it. */
function usualGap(seats: readonly HallSeat[]): number {
  const gaps = seats.slice(1).flatMap((seat, before) => gap(seats[before] ?? seat, seat))
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 1
}

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
