import { drawFan } from './fan.ts'
import { buildHall, type Hall, type Run, type SeatNaming, type Section } from './hall.ts'
import { numbers } from './row-names.ts'

export interface Club {
  readonly naming: SeatNaming
  readonly stageLabel: string
  readonly tables: Section
  readonly bar: Section
}

/** From the middle of a table to the middle of a chair. */
const CHAIR = 1.45
/** A horseshoe open to the stage; radians from straight away from it. */
const CHAIRS = [-1.85, -0.62, 0.62, 1.85]
const TABLE_ROWS = [
  { y: 6, tables: 5 },
  { y: 11.6, tables: 6 },
  { y: 17.2, tables: 5 },
]
const BETWEEN_TABLES = 6.4

/**
 * A cellar with a low stage: sixteen round tables for four and two curved benches at the bar, about 110 seats.
 * Zones: `best` (front tables), `good` (the others), `circle` (the bar).
 */
export function cellarClub({ naming, stageLabel, tables, bar }: Club): Hall {
  const runs = [
    ...drawTables(tables),
    ...drawFan({
      section: bar,
      focus: { x: 0, y: -34 },
      firstRadius: 57,
      rows: numbers(2, 17),
      cuts: [-17.5, 0, 17.5],
      aisle: 2.2,
      halfWidth: 16.5,
      zone: () => 'circle',
    }),
  ]
  return buildHall({ runs, naming, stage: { x: -7, y: -3.5, width: 14, height: 4.5, label: stageLabel } })
}

/** Tables are the rows here: table 3, chair 2. Every second row is shifted, so that nobody sits behind a table. */
function drawTables(section: Section): Run[] {
  const centres = TABLE_ROWS.flatMap(({ y, tables }, row) =>
    Array.from({ length: tables }, (_, index) => ({ x: (index - (tables - 1) / 2) * BETWEEN_TABLES, y, row })),
  )
  return centres.map(({ x, y, row }, index) => ({
    section,
    row: `${index + 1}`,
    zone: row === 0 ? 'best' : 'good',
    seats: CHAIRS.map((angle, chair) => ({
      number: chair + 1,
      x: x + CHAIR * Math.sin(angle),
      y: y + CHAIR * Math.cos(angle),
    })),
  }))
}
