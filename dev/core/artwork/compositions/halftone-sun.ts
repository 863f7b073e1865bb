import { mix } from '../colour.ts'
import { halftone } from '../halftone.ts'
import { createNoise, layered } from '../noise.ts'
import { clip, fill, ground, group, linear } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, type Point, polyline, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A vast printed sun going down behind ranges of hills. */
export const halftoneSun: Composition = (scene) => {
  const { random, palette } = scene
  const { tone, ink, deep, main, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? deep : mix(glow, paper, 0.35)
  const far = night ? ink : main
  const haze = halftone({ x: 0, y: 0, width: 1200, height: 520 }, 27, 0.4, (_, y) => 0.42 - y / 900)
  return [
    linear('sky', [0, 0, 0, 620], { 0: mix(sky, far, 0.45), 1: sky }),
    ground('url(#sky)'),
    fill(haze, far, 'fill-opacity=".35"'),
    ...sun(600 + random.between(-60, 60), 345, random.between(250, 290), palette),
    fill(
      range(random.whole(2, 4)).map((bar) => box(0, 470 + bar * 34, 1200, 6 + bar * 3)),
      sky,
    ),
    ...ridges(random, mix(main, deep, night ? 0.3 : 0), ink),
    random.chance(0.6) ? palms(random, ink) : '',
  ].join('')
}

/** Light dots that shrink downwards, dark ones that grow, on one flat disc. */
function sun(x: number, y: number, radius: number, { pop, glow, main }: Palette): string[] {
  const area = { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }
  const low = { ...area, y, height: radius }
  return [
    fill(circle(x, y, radius), pop),
    clip('sun', circle(x, y, radius)),
    group(
      'clip-path="url(#sun)"',
      fill(
        halftone(area, 17, -0.5, (_, dotY) => 1.05 - (dotY - area.y) / (radius * 1.5)),
        glow,
      ),
      fill(
        halftone(low, 17, -0.5, (_, dotY) => (dotY - y) / (radius * 1.1)),
        main,
      ),
    ),
  ]
}

function ridges(random: Random, far: string, near: string): string[] {
  const noise = layered(createNoise(random), 4)
  return range(4).map((index) => {
    const [base, height, pace] = [560 + index * 62, 60 - index * 6, 0.05 - index * 0.006]
    const points = range(121).map((step): Point => [step * 10, base - height * noise(step * pace + index * 31)])
    return fill(`${polyline(points)}V820H0Z`, mix(far, near, index / 3.4))
  })
}

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
