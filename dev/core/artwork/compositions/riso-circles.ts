import { overprint } from '../colour.ts'
import { halftone } from '../halftone.ts'
import { clip, fill, ground, group } from '../paint.ts'
import { circle, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Two or three inks overprinted, a little out of register. */
export const risoCircles: Composition = ({ random, palette }) => {
  const { main, pop, glow, paper, deep } = palette
  const turn = random.between(0, Math.PI * 2)
  const [first, second, third] = range(3).map((index) => {
    const angle = turn + (index * Math.PI * 2) / 3
    return { x: 600 + Math.cos(angle) * 150, y: 385 + Math.sin(angle) * 105, r: random.between(195, 250) }
  }) as [Disc, Disc, Disc]
  const dots = (disc: Disc, angle: number) =>
    halftone({ x: disc.x - disc.r, y: disc.y - disc.r, width: disc.r * 2, height: disc.r * 2 }, 13, angle, (x, y) => {
      const distance = Math.hypot(x - disc.x, y - disc.y)
      return distance > disc.r
        ? 0
        : 0.08 + (0.9 * ((x - disc.x) * Math.cos(turn) + (y - disc.y) * Math.sin(turn) + disc.r)) / (disc.r * 2)
    })
  const half = random.between(0, Math.PI)
  const [one, two] = [circle(first.x, first.y, first.r), circle(second.x, second.y, second.r)]
  const bite = sector(first.x + 4, first.y - 3, first.r * 0.42, first.r, half + 0.4, half + 0.4 + Math.PI)
  return [
    ground(paper),
    fill(one, glow),
    fill(two, pop),
    clip('one', one),
    fill(sector(third.x, third.y, third.r + 26, third.r + 58, half, half + Math.PI), pop, 'fill-opacity=".92"'),
    group('clip-path="url(#one)"', fill(two, overprint(glow, pop))),
    clip('third', circle(third.x, third.y, third.r)),
    group('clip-path="url(#third)"', fill(dots(third, 0.6), main, 'fill-opacity=".88"')),
    fill(bite, overprint(main, glow), 'fill-opacity=".9"'),
    fill(circle(second.x, second.y, second.r * 0.3), deep),
  ].join('')
}

type Disc = { x: number; y: number; r: number }
