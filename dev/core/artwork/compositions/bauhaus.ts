import { fill, ground } from '../paint.ts'
import { box, circle, range, sector } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

const TILE = 200
const RIGHT = Math.PI / 2

/** A wall of quarter circles, bars and discs round one large form. */
export const bauhaus: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const inks = tone === 'night' ? [deep, main, pop, glow, paper, ink] : [ink, deep, main, pop, glow, paper]
  const tiles = range(24).map((index) => ({ column: index % 6, row: Math.floor(index / 6) }))
  const left = random.pick([1, 2, 3])
  const isHeart = ({ column, row }: { column: number; row: number }) =>
    column >= left && column < left + 2 && (row === 1 || row === 2)
  return [
    ground(tone === 'night' ? ink : paper),
    ...tiles
      .filter((tile) => !isHeart(tile))
      .map(({ column, row }) => {
        const [back, front, third] = random.shuffle(inks) as [string, string, string]
        return (
          fill(box(column * TILE, row * TILE, TILE + 0.5, TILE + 0.5), back) +
          motif(random, column * TILE, row * TILE, front, third)
        )
      }),
    heart(random, left * TILE, TILE, tone === 'night' ? [deep, pop, glow, ink] : [paper, main, ink, pop]),
  ].join('')
}

/** A quarter of a disc whose middle is one of the tile's corners. */
const quarter = (x: number, y: number, corner: number, radius: number, inner = 0) =>
  sector(
    x + (corner === 1 || corner === 2 ? TILE : 0),
    y + (corner > 1 ? TILE : 0),
    inner,
    radius,
    corner * RIGHT,
    (corner + 1) * RIGHT,
  )

function motif(random: Random, x: number, y: number, front: string, third: string): string {
  const corner = random.whole(0, 3)
  const half = TILE / 2
  switch (random.whole(0, 8)) {
    case 0:
      return fill(quarter(x, y, corner, TILE), front)
    case 1:
      return fill(quarter(x, y, corner, TILE), front) + fill(quarter(x, y, corner, half), third)
    case 2:
      return fill(circle(x + half, y + half, half), front) + fill(circle(x + half, y + half, half * 0.4), third)
    case 3:
      return fill(sector(x + half, y, 0, half, 0, Math.PI) + sector(x + half, y + half, 0, half, 0, Math.PI), front)
    case 4:
      return fill(`M${x} ${y}h${TILE}L${x} ${y + TILE}Z`, front)
    case 5:
      return fill(
        range(4).map((bar) => box(x, y + bar * 50, TILE, 25)),
        front,
      )
    case 6:
      return range(3)
        .map((ring) => fill(quarter(x, y, corner, TILE - ring * 66, TILE - ring * 66 - 33), ring === 1 ? third : front))
        .join('')
    case 7:
      return fill(
        range(16).map((dot) => circle(x + 25 + (dot % 4) * 50, y + 25 + Math.floor(dot / 4) * 50, 13)),
        front,
      )
    default:
      return fill(quarter(x, y, corner, TILE), front) + fill(quarter(x, y, (corner + 2) % 4, half), third)
  }
}

/** The form that holds the wall together: four tiles large. */
function heart(
  random: Random,
  x: number,
  y: number,
  [back, one, two, three]: [string, string, string, string],
): string {
  const [cx, cy] = [x + TILE, y + TILE]
  const turn = random.whole(0, 3) * RIGHT
  const half = (radius: number, from: number, colour: string) =>
    fill(sector(cx, cy, 0, radius, from, from + Math.PI), colour)
  const forms: readonly (() => string[])[] = [
    () => [
      half(200, turn, one),
      half(150, turn, back),
      half(100, turn, one),
      half(50, turn, back),
      half(200, turn + Math.PI, two),
      fill(circle(cx, cy, 50), three),
    ],
    () => [
      ...[one, back, two].map((colour, ring) => fill(circle(cx, cy, TILE - ring * 62), colour)),
      fill(sector(cx, cy, 0, TILE, turn, turn + RIGHT), three),
    ],
    () =>
      [0, 1, 2, 3].map(
        (corner) =>
          fill(quarter4(cx, cy, corner, TILE), [one, two, three, one][corner] as string) +
          fill(quarter4(cx, cy, corner, TILE / 2), back),
      ),
    () => [
      half(200, turn, one),
      half(200, turn + Math.PI, two),
      fill(sector(cx, cy, 70, 135, turn + RIGHT, turn + RIGHT + Math.PI), three),
      fill(circle(cx, cy, 42), back),
    ],
  ]
  return fill(box(x, y, TILE * 2, TILE * 2), back) + random.pick(forms)().join('')
}

/** Petals of a flower: quarter discs whose middles are the four outer corners. */
const quarter4 = (cx: number, cy: number, corner: number, radius: number) => {
  const [sx, sy] = [corner === 0 || corner === 3 ? -1 : 1, corner < 2 ? -1 : 1]
  return sector(cx + sx * TILE, cy + sy * TILE, 0, radius, corner * RIGHT, (corner + 1) * RIGHT)
}
