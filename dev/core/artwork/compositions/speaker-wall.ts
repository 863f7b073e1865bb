import { mix } from '../colour.ts'
import { fill, ground, radial, stroke } from '../paint.ts'
import { box, circle, polar, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A sound system from floor to ceiling, one cone alight. */
export const speakerWall: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const cabinets = range(4).flatMap((row) => range(5).map((column) => ({ row, column })))
  const shade = random.whole(0, 1)
  return [
    ground(tone === 'night' ? ink : deep),
    ...cabinets.map(({ row, column }, index) => {
      const [x, y] = [-20 + column * 248, -70 + row * 248]
      const loud = column === 2 && row === 1
      const shell = loud
        ? pop
        : mix(tone === 'night' ? deep : main, (index + shade) % 2 === 0 ? ink : main, tone === 'night' ? 0.4 : 0.25)
      const cone = loud ? ([paper, glow, main] as const) : ([mix(main, pop, 0.1), deep, ink] as const)
      const kind = random.pick(['woofer', 'woofer', 'pair', 'horn'] as const)
      return (
        fill(box(x, y, 240, 240), shell) +
        bolts(x, y, loud ? ink : mix(shell, glow, 0.5)) +
        (loud || kind === 'woofer'
          ? woofer(`c${index}`, x + 120, y + 120, 100, cone, ink)
          : kind === 'pair'
            ? pair(index, x, y, cone, ink)
            : horn(`c${index}`, x, y, cone, ink))
      )
    }),
  ].join('')
}

type Cone = readonly [string, string, string]

const bolts = (x: number, y: number, colour: string) =>
  fill(
    [
      [14, 14],
      [226, 14],
      [14, 226],
      [226, 226],
    ].map(([dx, dy]) => circle(x + (dx as number), y + (dy as number), 4.5)),
    colour,
  )

const woofer = (id: string, x: number, y: number, radius: number, [light, middle, dark]: Cone, ink: string) =>
  fill(circle(x, y, radius), ink) +
  radial(id, x, y - radius * 0.3, radius * 1.15, { 0: dark, 0.45: middle, 1: light }) +
  fill(circle(x, y, radius * 0.9), `url(#${id})`) +
  range(5)
    .map((ring) => stroke(circle(x, y, radius * (0.45 + ring * 0.1)), ink, 2, 'stroke-opacity=".35"'))
    .join('') +
  fill(circle(x, y, radius * 0.34), ink) +
  fill(circle(x, y, radius * 0.28), light) +
  fill(
    range(12).map((bolt) => {
      const [bx, by] = polar(x, y, radius * 0.95, (bolt / 12) * Math.PI * 2)
      return circle(bx, by, radius * 0.025)
    }),
    light,
  )

const pair = (index: number, x: number, y: number, cone: Cone, ink: string) =>
  [
    [66, 66],
    [174, 66],
    [66, 174],
    [174, 174],
  ]
    .map(([dx, dy], part) => woofer(`c${index}p${part}`, x + (dx as number), y + (dy as number), 48, cone, ink))
    .join('')

const horn = (id: string, x: number, y: number, [light, middle, dark]: Cone, ink: string) =>
  fill(box(x + 24, y + 44, 192, 152), ink) +
  radial(id, x + 120, y + 120, 110, { 0: dark, 0.3: dark, 1: light }) +
  fill(box(x + 32, y + 52, 176, 136), `url(#${id})`) +
  fill(
    range(5).map((slat) => box(x + 32, y + 70 + slat * 24, 176, 5)),
    middle,
    'fill-opacity=".7"',
  ) +
  fill(box(x + 92, y + 96, 56, 48), ink)
