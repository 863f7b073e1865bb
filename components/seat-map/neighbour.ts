import type { Hall, HallSeat } from './hall.ts'

export type Direction = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end'

const STEP: Record<'left' | 'right' | 'up' | 'down', readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Seats nearer than this along the way are beside us, not ahead of us: rows of a curved hall are not straight. */
const AHEAD = 0.4

/** Along a row straying to another row is worse than a gap; between rows the nearest seat is meant. */
const SIDEWAYS_COST = { left: 6, right: 6, up: 1.5, down: 1.5 } as const

/** The seat that an arrow key leads to; the same one at the edge of the hall. */
export function neighbour(hall: Hall, from: HallSeat, direction: Direction): HallSeat {
  if (direction === 'row-start' || direction === 'row-end') return edgeOfRow(hall, from, direction)
  const [stepX, stepY] = STEP[direction]
  let best = from
  let bestCost = Number.POSITIVE_INFINITY
  for (const seat of hall.seats.values()) {
    const [dx, dy] = [seat.x - from.x, seat.y - from.y]
    const ahead = dx * stepX + dy * stepY
    if (ahead < AHEAD) continue
    const aside = Math.abs(dx * stepY + dy * stepX)
    const cost = ahead + aside * SIDEWAYS_COST[direction]
    if (cost < bestCost) [best, bestCost] = [seat, cost]
  }
  return best
}

function edgeOfRow(hall: Hall, from: HallSeat, direction: 'row-start' | 'row-end'): HallSeat {
  const section = hall.sections.find(({ id }) => id === from.sectionId)
  const row = section?.rows.find(({ name }) => name === from.row)?.seats ?? []
  return row.at(direction === 'row-start' ? 0 : -1) ?? from
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
}

export const directionOf = (key: string): Direction | undefined => KEYS[key]
