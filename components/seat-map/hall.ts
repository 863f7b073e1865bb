import type { Seat } from '#contracts/availability.ts'
import type { SeatPlan } from '#contracts/seat-plan.ts'
import { labelParts } from './label-parts.ts'

/** One seat with its place. `x` and `y` are its centre in seat widths. */
export interface HallSeat {
  readonly id: string
  readonly label: string
  readonly tierId: string
  readonly sectionId: string
  readonly row: string
  readonly number: string
  readonly x: number
  readonly y: number
}

export interface Row {
  readonly name: string
  /** From left to right. */
  readonly seats: readonly HallSeat[]
}

export interface Section {
  readonly id: string
  /** Empty in a hall without sections. */
  readonly name: string
  /** In the order of the plan. */
  readonly rows: readonly Row[]
}

/** A hall as it is drawn, walked through with the keyboard, and listed. */
export interface Hall {
  readonly width: number
  readonly height: number
  readonly stage: SeatPlan['stage'] | null
  readonly sections: readonly Section[]
  readonly seats: ReadonlyMap<string, HallSeat>
}

/** The drawn plan; where there is none, or it misses seats that are for sale, a plain grid made of the labels. */
export function hallOf(seats: readonly Seat[], plan: SeatPlan | undefined): Hall {
  const planned = new Map(plan?.seats.map((seat) => [seat.id, seat]))
  if (!plan || seats.some((seat) => !planned.has(seat.id))) return gridOf(seats)
  const placed = seats.flatMap(({ id, label, tierId }): HallSeat[] => {
    const place = planned.get(id)
    return place ? [{ ...place, label, tierId }] : []
  })
  return { width: plan.width, height: plan.height, stage: plan.stage, ...arrange(placed, plan.sections) }
}

/** Room for the stage above a grid, in seat widths. */
const GRID_STAGE = 4
const GRID_MARGIN = 1

function gridOf(seats: readonly Seat[]): Hall {
  const rows = new Map<string, Seat[]>()
  for (const seat of seats) {
    const { row } = labelParts(seat.label)
    rows.set(row, [...(rows.get(row) ?? []), seat])
  }
  const placed = [...rows].flatMap(([row, members], index) =>
    members.map((seat, position): HallSeat => {
      const { number } = labelParts(seat.label)
      const x = GRID_MARGIN + 0.5 + position
      return {
        id: seat.id,
        label: seat.label,
        tierId: seat.tierId,
        sectionId: '',
        row,
        number,
        x,
        y: GRID_STAGE + index,
      }
    }),
  )
  const width = 2 * GRID_MARGIN + Math.max(1, ...[...rows.values()].map((members) => members.length))
  const stage = { x: width * 0.2, y: 0.5, width: width * 0.6, height: 1.5, label: '' }
  return { width, height: GRID_STAGE + rows.size + 0.5, stage, ...arrange(placed, [{ id: '', name: '' }]) }
}

function arrange(placed: readonly HallSeat[], sections: SeatPlan['sections']): Pick<Hall, 'sections' | 'seats'> {
  return {
    sections: sections
      .map(({ id, name }) => ({ id, name, rows: rowsOf(placed.filter((seat) => seat.sectionId === id)) }))
      .filter((section) => section.rows.length > 0),
    seats: new Map(placed.map((seat) => [seat.id, seat])),
  }
}

function rowsOf(seats: readonly HallSeat[]): Row[] {
  const rows = new Map<string, HallSeat[]>()
  for (const seat of seats) {
    const row = rows.get(seat.row)
    if (row) row.push(seat)
    else rows.set(seat.row, [seat])
  }
  return [...rows].map(([name, members]) => ({ name, seats: members.sort((one, other) => one.x - other.x) }))
}
