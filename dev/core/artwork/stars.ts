import { fill } from './paint.ts'
import { circle, range } from './path.ts'
import type { Random } from './random.ts'
import { WIDTH } from './scene.ts'

/** Points of light of unlike size, down to `depth`. */
export const stars = (random: Random, count: number, depth: number, colour: string): string =>
  fill(
    range(count).map(() => circle(random.next() * WIDTH, random.next() * depth, 0.7 + random.next() ** 4 * 2.6)),
    colour,
    'fill-opacity=".8"',
  )
