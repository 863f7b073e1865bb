import { mix } from '../colour.ts'
import { clip, fill, ground, group, sheet, stroke } from '../paint.ts'
import { circle, polar, range, sector } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** Three open fans, the nearest one painted. */
export const fans: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const dots = range(15 * 23).map((index) => {
    const [row, column] = [Math.floor(index / 23), index % 23]
    return circle(column * 56 + (row % 2) * 28, row * 56, 2.6)
  })
  const [left, right] = [250 + random.between(-30, 30), 960 + random.between(-30, 30)]
  return [
    ground(night ? deep : mix(glow, paper, 0.2)),
    fill(dots, night ? main : pop, 'fill-opacity=".45"'),
    fan({ x: left, y: 640, radius: 430, turn: -24, cloth: main, wood: deep, trim: glow }, beads(left, 640, 430, glow)),
    fan(
      { x: right, y: 610, radius: 440, turn: 26, cloth: night ? mix(main, ink, 0.4) : deep, wood: main, trim: paper },
      beads(right, 610, 440, paper),
    ),
    fan({ x: 600, y: 690, radius: 560, turn: random.between(-7, 7), cloth: pop, wood: ink, trim: glow }, [
      fill(circle(690, 298, 90), paper),
      ...waves(random, 600, 690, 560, mix(pop, paper, 0.75), mix(pop, ink, 0.3)),
    ]),
  ].join('')
}

type Fan = { x: number; y: number; radius: number; turn: number; cloth: string; wood: string; trim: string }

/** Half of the angle that an open fan spans, and where its leaf begins. */
const HALF = 1.18
const START = -Math.PI / 2 - HALF
const FOLDS = 18

function fan({ x, y, radius, turn, cloth, wood, trim }: Fan, motif: readonly string[]): string {
  const inner = radius * 0.36
  const id = `leaf${Math.round(x)}`
  const arc = (from: number, to: number) => sector(x, y, from, to, START, START + HALF * 2)
  const fold = (index: number) => START + (index * HALF * 2) / FOLDS
  const ribs = range(FOLDS / 2 + 1).map(
    (index) => `M${x} ${y + 10}L${polar(x, y, inner + 6, fold(index * 2)).join(' ')}`,
  )
  const pleats = range(FOLDS / 2).map((index) => sector(x, y, inner, radius, fold(index * 2), fold(index * 2 + 1)))
  return group(
    `transform="rotate(${turn} ${x} ${y})"`,
    stroke(ribs, wood, 8, 'stroke-linecap="round"'),
    sheet(arc(inner, radius), cloth, 20),
    clip(id, arc(inner, radius)),
    group(`clip-path="url(#${id})"`, ...motif, fill(arc(radius * 0.965, radius) + arc(inner, inner * 1.07), trim)),
    fill(pleats, '#000000', 'fill-opacity=".13"'),
    fill(circle(x, y + 8, 15), wood) + fill(circle(x, y + 8, 6), trim),
  )
}

const beads = (x: number, y: number, radius: number, colour: string): string[] => [
  fill(sector(x, y, radius * 0.62, radius * 0.7, START, START + HALF * 2), colour),
  fill(
    range(7).map((bead) => circle(...polar(x, y, radius * 0.83, START + 0.22 + bead * 0.325), radius * 0.05)),
    colour,
  ),
]

const waves = (random: Random, x: number, y: number, radius: number, light: string, dark: string) =>
  range(9).flatMap((row) =>
    range(13).map((column) => {
      const [cx, cy] = [
        x - radius + column * radius * 0.17 + (row % 2) * radius * 0.085,
        y - radius * (0.62 - row * 0.07) + Math.sin(column * 0.9) * radius * 0.03 + random.between(-2, 2),
      ]
      return (
        fill(circle(cx, cy, radius * 0.1), light) +
        fill(circle(cx, cy, radius * 0.078), dark) +
        fill(circle(cx, cy, radius * 0.055), light) +
        fill(circle(cx, cy, radius * 0.032), dark)
      )
    }),
  )
