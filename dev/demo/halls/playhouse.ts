import { drawFan } from './fan.ts'
import { buildHall, type Hall, type Run, type SeatNaming, type Section } from './hall.ts'
import { iroha } from './row-names.ts'

export interface Playhouse {
  readonly naming: SeatNaming
  readonly stageLabel: string
  readonly ground: Section
  readonly balcony: Section
  readonly sajiki: Section
}

/** So far away that the rows are almost straight. */
const FOCUS = { x: 0, y: -95 }

/**
 * A kabuki playhouse of about 640 seats: wide stage, almost straight rows, the walkway through the left of the ground
 * floor kept free, boxed seats along both walls. Zones: `best`, `good`, `side`, `circle` (upstairs), `box` (sajiki).
 */
export function kabukiPlayhouse({ naming, stageLabel, ground, balcony, sajiki }: Playhouse): Hall {
  const runs = [
    ...drawFan({
      section: ground,
      focus: FOCUS,
      firstRadius: 99,
      rows: iroha(17),
      cuts: [-9.2, -5.6, 2.2, 9.2],
      aisle: 2.6,
      halfWidth: 15.6,
      zone: (row, side) =>
        row < 1 ? 'good' : row < 8 ? (side && row > 4 ? 'good' : 'best') : row < 13 ? 'good' : 'side',
    }),
    ...drawFan({
      section: balcony,
      focus: FOCUS,
      firstRadius: 127,
      rows: iroha(6),
      cuts: [-8, -3, 3, 8],
      aisle: 2,
      halfWidth: 17.5,
      zone: (row) => (row === 0 ? 'good' : 'circle'),
    }),
    ...[-1, 1].flatMap((side) => sajikiRuns(sajiki, side)),
  ]
  return buildHall({ runs, naming, stage: { x: -15, y: -5, width: 30, height: 6.5, label: stageLabel } })
}

/** Mats for two along the walls, eight on each side. */
function sajikiRuns(section: Section, side: number): Run[] {
  return Array.from({ length: 8 }, (_, box) => ({
    section,
    row: `${box * 2 + (side < 0 ? 1 : 2)}`,
    zone: 'box',
    seats: [1, 2].map((number) => ({ number, x: side * 19.5, y: 6 + box * 2.9 + (number - 1) * 1.25 })),
  }))
}
