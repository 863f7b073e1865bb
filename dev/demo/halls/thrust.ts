import { drawFan } from './fan.ts'
import { buildHall, type Hall, type SeatNaming, type Section } from './hall.ts'
import { letters } from './row-names.ts'

export interface Thrust {
  readonly naming: SeatNaming
  readonly stageLabel: string
  readonly lower: Section
  readonly gallery: Section
  readonly rowNames?: (count: number) => string[]
}

/**
 * A stage that juts out into its audience, who sit around three sides of it, about 390 seats.
 * Zones: `best` (in front, close), `good`, `side`, `circle` (the gallery rows at the back).
 */
export function thrustStage({ naming, stageLabel, lower, gallery, rowNames = letters }: Thrust): Hall {
  const around = { focus: { x: 0, y: 0 }, aisle: 1.9, halfWidth: 60 }
  const runs = [
    ...drawFan({
      ...around,
      section: lower,
      firstRadius: 8.4,
      rows: rowNames(7),
      cuts: [-118, -72, -25, 25, 72, 118],
      zone: (row, side) => (side ? 'side' : row < 4 ? 'best' : 'good'),
    }),
    ...drawFan({
      ...around,
      section: gallery,
      firstRadius: 20.4,
      rows: rowNames(3),
      cuts: [-104, -72, -25, 25, 72, 104],
      zone: () => 'circle',
    }),
  ]
  return buildHall({ runs, naming, stage: { x: -4.5, y: -10, width: 9, height: 15, label: stageLabel } })
}
