import { mix } from '../colour.ts'
import { halftone } from '../halftone.ts'
import { createNoise, layered } from '../noise.ts'
import { clip, fill, ground, group, linear } from '../paint.ts'
import { box, circle, type Point, polygon, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A vast printed sun going down behind ranges of hills. */
export const halftoneSun: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const sky = tone === 'night' ? deep : mix(glow, paper, 0.35)
  const [x, y, radius] = [600 + random.between(-60, 60), 345, random.between(250, 290)]
  const noise = layered(createNoise(random), 4)
  const ridge = (index: number) => {
    const base = 560 + index * 62
    const points = range(121).map(
      (step): Point => [step * 10, base - (60 - index * 6) * noise(step * (0.05 - index * 0.006) + index * 31)],
    )
    return fill(
      polygon([...points, [WIDE, 820], [0, 820]]),
      mix(mix(main, deep, tone === 'night' ? 0.3 : 0), ink, index / 3.4),
    )
  }
  return [
    linear('sky', [0, 0, 0, 620], { 0: mix(sky, tone === 'night' ? ink : main, 0.45), 1: sky }),
    ground('url(#sky)'),
    fill(
      halftone({ x: 0, y: 0, width: 1200, height: 520 }, 27, 0.4, (_, py) => 0.42 - py / 900),
      tone === 'night' ? ink : main,
      'fill-opacity=".35"',
    ),
    fill(circle(x, y, radius), pop),
    clip('sun', circle(x, y, radius)),
    group(
      'clip-path="url(#sun)"',
      fill(
        halftone(
          { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 },
          17,
          -0.5,
          (_, py) => 1.05 - (py - y + radius) / (radius * 1.5),
        ),
        glow,
      ),
      fill(
        halftone(
          { x: x - radius, y, width: radius * 2, height: radius },
          17,
          -0.5,
          (_, py) => (py - y) / (radius * 1.1),
        ),
        main,
      ),
    ),
    ...range(random.whole(2, 4)).map((index) => fill(box(0, 470 + index * 34, 1200, 6 + index * 3), sky)),
    ...range(4).map(ridge),
    random.chance(0.6) ? palms(random, ink) : '',
  ].join('')
}

const WIDE = 1200

/** Two or three palms leaning in from one side. */
const palms = (random: Random, colour: string) =>
  range(random.whole(2, 3))
    .map((index) => palm(random, 250 - index * 95 + random.between(-20, 20), 250 + index * 75, colour))
    .join('')

function palm(random: Random, x: number, y: number, colour: string): string {
  const trunk = `M${x - 4} ${y} ${x + 5} ${y} ${x - 34} 820 ${x - 64} 820Z`
  const fronds = range(9).map((index) =>
    frond(x, y, -Math.PI * (index / 8) + random.between(-0.1, 0.1), random.between(105, 135)),
  )
  return fill(trunk + fronds.join(''), colour)
}

/** A leaf that rises, bends and drops, with leaflets hanging from its spine. */
function frond(x: number, y: number, angle: number, length: number): string {
  const spine = (share: number): Point => [
    x + Math.cos(angle) * length * share,
    y + Math.sin(angle) * length * 0.62 * share + 78 * share ** 2 - 6,
  ]
  return range(14)
    .map((index) => {
      const [from, to] = [spine(index / 14), spine((index + 1.6) / 14)]
      const hang = 34 * Math.sin(Math.PI * (0.12 + (index / 14) * 0.8))
      return `M${from[0]} ${from[1] - 3} ${to[0]} ${to[1] - 2} ${to[0] + Math.cos(angle) * 9} ${to[1] + hang} ${from[0]} ${from[1] + 5}Z`
    })
    .join('')
}
