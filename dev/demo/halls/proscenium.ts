import { drawFan } from './fan.ts'
import { buildHall, type Hall, type SeatNaming, type Section } from './hall.ts'
import { letters } from './row-names.ts'

/** A picture-frame theatre: the stage at one end, stalls and a circle curved towards it. */
export interface Proscenium {
  readonly naming: SeatNaming
  readonly stageLabel: string
  readonly stalls: Section
  readonly circle: Section
  readonly rowNames?: (count: number) => string[]
}

/** A town's theatre of about 470 seats. Zones: `best` (middle of the stalls), `good`, `side`, `circle`. */
export function townTheatre({ naming, stageLabel, stalls, circle, rowNames = letters }: Proscenium): Hall {
  const focus = { x: 0, y: -14 }
  const runs = [
    ...drawFan({
      section: stalls,
      focus,
      firstRadius: 19,
      rows: rowNames(13),
      cuts: [-36, -14.5, 14.5, 36],
      aisle: 2.2,
      halfWidth: 15.5,
      zone: (row, side) => (side ? (row < 9 ? 'good' : 'side') : row >= 1 && row <= 8 ? 'best' : 'good'),
    }),
    ...drawFan({
      section: circle,
      focus,
      firstRadius: 41,
      rows: rowNames(6),
      cuts: [-27, -9, 9, 27],
      aisle: 2,
      halfWidth: 17.5,
      zone: (row, side) => (row < 2 && !side ? 'good' : 'circle'),
    }),
  ]
  return buildHall({ runs, naming, stage: { x: -9, y: -5, width: 18, height: 6, label: stageLabel } })
}

export interface OperaHouse extends Proscenium {
  readonly upper: Section
  readonly boxes: Section
}

/** A great house of about 2,000 seats. Zones: `best`, `good`, `side`, `circle`, `upper`, `box`. */
export function operaHouse({ naming, stageLabel, stalls, circle, upper, boxes, rowNames = letters }: OperaHouse): Hall {
  const focus = { x: 0, y: -30 }
  const wide = { focus, aisle: 2.4 }
  const runs = [
    ...drawFan({
      ...wide,
      section: stalls,
      firstRadius: 38,
      rows: rowNames(24),
      cuts: [-38, -17, 0, 17, 38],
      halfWidth: 24,
      zone: (row, side) => (side ? (row < 14 ? 'good' : 'side') : row >= 2 && row <= 14 ? 'best' : 'good'),
    }),
    ...drawFan({
      ...wide,
      section: circle,
      firstRadius: 76,
      rows: rowNames(11),
      cuts: [-27, -13, 0, 13, 27],
      halfWidth: 31,
      zone: (row, side) => (row < 3 && !side ? 'good' : 'circle'),
    }),
    ...drawFan({
      ...wide,
      section: upper,
      firstRadius: 95,
      rows: rowNames(9),
      cuts: [-22, -11, 0, 11, 22],
      halfWidth: 34,
      zone: () => 'upper',
    }),
    ...[-1, 1].flatMap((side) => boxRuns(boxes, side)),
  ]
  return buildHall({ runs, naming, stage: { x: -14, y: -7, width: 28, height: 8, label: stageLabel } })
}

/** Four boxes of six seats along each side wall; odd numbers on the left, even ones on the right. */
function boxRuns(section: Section, side: number) {
  return [0, 1, 2, 3].map((box) => {
    const corner = { x: side * 28.5, y: 9 + box * 6.5 }
    const seats = Array.from({ length: 6 }, (_, index) => ({
      number: index + 1,
      x: corner.x + (index % 2) * 1.3 * side,
      y: corner.y + Math.floor(index / 2) * 1.4,
    }))
    return { section, row: `${box * 2 + (side < 0 ? 1 : 2)}`, zone: 'box', seats }
  })
}
