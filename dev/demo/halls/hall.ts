import type { SeatPlan } from '#contracts/seat-plan.ts'

/** One seat of a hall: what it is called, which price zone it is in, and where it stands in its row of neighbours. */
export interface HallSeat {
  readonly id: string
  readonly label: string
  readonly zone: string
  /** Neighbours have consecutive positions; across an aisle or into the next row there is a gap. */
  readonly position: number
}

/** A drawn hall with all its seats, free of any show. */
export interface Hall {
  readonly plan: SeatPlan
  readonly seats: readonly HallSeat[]
}

/** A part of a hall as its visitors know it. `short` goes on the ticket, in front of row and seat. */
export interface Section {
  readonly id: string
  readonly name: string
  readonly short: string
}

/** Seats that stand shoulder to shoulder: one row of one block, left to right. Points are seat centres in plan units. */
export interface Run {
  readonly section: Section
  readonly row: string
  readonly zone: string
  readonly seats: readonly { readonly number: number; readonly x: number; readonly y: number }[]
}

/** How a country names a seat, at most 20 characters: section, row, number. */
export type SeatNaming = (section: Section, row: string, number: number) => string

export interface HallDrawing {
  readonly runs: readonly Run[]
  readonly naming: SeatNaming
  readonly stage: SeatPlan['stage']
}

/** Room around the drawing, so that the outermost seats are not cut. */
const MARGIN = 2

/** Moves the drawing to positive coordinates, rounds it to hundredths of a seat, and gives every seat its id and label. */
export function buildHall({ runs, naming, stage }: HallDrawing): Hall {
  const xs = [...runs.flatMap((run) => run.seats.map((seat) => seat.x)), stage.x, stage.x + stage.width]
  const ys = [...runs.flatMap((run) => run.seats.map((seat) => seat.y)), stage.y, stage.y + stage.height]
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  const places = runs.flatMap((run, index) => placesOf(run, index, naming))
  const sections = [...new Map(runs.map((run) => [run.section.id, run.section])).values()]
  return {
    seats: places.map(({ id, label, zone, position }) => ({ id, label, zone, position })),
    plan: {
      width: round(Math.max(...xs) + MARGIN - left),
      height: round(Math.max(...ys) + MARGIN - top),
      stage: { ...stage, x: round(stage.x - left), y: round(stage.y - top) },
      sections: sections.map(({ id, name }) => ({ id, name })),
      seats: places.map(({ id, run, number, x, y }) => ({
        id,
        sectionId: run.section.id,
        row: run.row,
        number: `${number}`,
        x: round(x - left),
        y: round(y - top),
      })),
    },
  }
}

/** Rows of at most 100 seats; a thousand positions per run leave a gap to the next one. */
const RUN_STRIDE = 1_000

const placesOf = (run: Run, index: number, naming: SeatNaming) =>
  run.seats.map((seat, inRun) => ({
    ...seat,
    run,
    zone: run.zone,
    id: `${run.section.id}-${asciiRow(run.row)}-${seat.number}`,
    label: naming(run.section, run.row, seat.number),
    position: index * RUN_STRIDE + inRun,
  }))

/** Ids are ASCII; a row called い becomes its code point. */
const asciiRow = (row: string): string =>
  /^[A-Za-z0-9]+$/.test(row) ? row.toLowerCase() : `u${row.codePointAt(0)?.toString(16)}`

const round = (value: number): number => Math.round(value * 100) / 100
