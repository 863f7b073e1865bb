import type { Run, Section } from './hall.ts'

/** Centre to centre, in seat widths: a hand's breadth between neighbours, knees between rows. */
const SEAT_PITCH = 1.12
const ROW_PITCH = 1.4

/**
 * Rows as arcs around one point, cut into blocks by aisles that run straight towards it, as in every theatre whose
 * seats face the stage. Angles are degrees from straight down (away from the stage), clockwise seen from above negative.
 */
export interface Fan {
  readonly section: Section
  /** What the arcs turn around. */
  readonly focus: { readonly x: number; readonly y: number }
  readonly firstRadius: number
  /** Row names, front to back. */
  readonly rows: readonly string[]
  /** Where blocks end and the next begins, left to right, the outer ends included. */
  readonly cuts: readonly number[]
  /** Width of the aisles, in seat widths. */
  readonly aisle: number
  /** Walls: no seat stands farther from the middle than this. */
  readonly halfWidth: number
  /** Price zone of a block's row; `side` is true for outer blocks. */
  zone(row: number, side: boolean): string
}

/** The runs of a fan, row by row, each row numbered from its left end on. */
export function drawFan(fan: Fan): Run[] {
  return fan.rows.flatMap((name, row) => {
    const radius = fan.firstRadius + row * ROW_PITCH
    let number = 0
    return blocksOf(fan).flatMap(({ from, to, side }) => {
      const places = placesOnArc(fan, radius, from, to)
      const seats = places.map((place) => ({ ...place, number: ++number }))
      return seats.length === 0 ? [] : [{ section: fan.section, row: name, zone: fan.zone(row, side), seats }]
    })
  })
}

function blocksOf({ cuts }: Fan) {
  return cuts.slice(1).map((to, index) => ({
    from: cuts[index] as number,
    to,
    side: cuts.length > 3 && (index === 0 || index === cuts.length - 2),
  }))
}

/** As many seats as fit between two aisles, evenly in the middle of them. */
function placesOnArc(fan: Fan, radius: number, fromDegrees: number, toDegrees: number): { x: number; y: number }[] {
  const half = fan.aisle / 2
  const wall = Math.asin(Math.min(1, fan.halfWidth / radius))
  const from = Math.max(radians(fromDegrees) + half / radius, -wall)
  const to = Math.min(radians(toDegrees) - half / radius, wall)
  const count = Math.max(0, Math.floor(((to - from) * radius) / SEAT_PITCH) + 1)
  const slack = to - from - ((count - 1) * SEAT_PITCH) / radius
  return Array.from({ length: count }, (_, index) => {
    const angle = from + slack / 2 + (index * SEAT_PITCH) / radius
    return { x: fan.focus.x + radius * Math.sin(angle), y: fan.focus.y + radius * Math.cos(angle) }
  })
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
