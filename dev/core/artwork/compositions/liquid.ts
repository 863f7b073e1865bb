import { mix } from '../colour.ts'
import { createNoise } from '../noise.ts'
import { fill, ground } from '../paint.ts'
import { circle, loop, polar, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Oil-lamp bands flowing round an eye, the way ballrooms were lit in 1967. */
export const liquid: Composition = ({ random, palette }) => {
  const { ink, deep, main, pop, glow, paper } = palette
  const noise = createNoise(random)
  const colours = [deep, pop, glow, main, ink, pop, paper]
  const lobes = random.whole(3, 5)
  const bands = 17
  const phase = random.between(0, 6)
  const wobble = (angle: number, depth: number) =>
    Math.sin(angle * lobes + phase + depth * 2.2) * 0.16 +
    Math.sin(angle * (lobes + 2) - phase + depth * 3.1) * 0.1 +
    noise(depth * 2 + Math.sin(angle) * 1.4) * 0.1
  const band = (index: number) => {
    const depth = index / bands
    const size = 900 * (1 - depth) ** 1.25 + 74
    const points = range(72).map((step) => {
      const angle = (step / 72) * Math.PI * 2
      return polar(600, 360, size * (1 + wobble(angle, depth) * (0.35 + (1 - depth) * 1.1)), angle)
    })
    return fill(loop(points), colours[index % colours.length] as string)
  }
  return [
    ground(main),
    ...range(bands).map(band),
    fill(circle(600, 360, 62), paper),
    fill(circle(600, 360, 44), pop),
    fill(circle(600, 360, 24), ink),
    fill(circle(609, 351, 8), mix(paper, glow, 0.2)),
  ].join('')
}
