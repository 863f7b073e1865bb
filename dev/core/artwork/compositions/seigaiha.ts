import { mix } from '../colour.ts'
import { fill, ground, linear, stroke } from '../paint.ts'
import { circle, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** The old wave pattern as a sea, the sun coming out of it. */
export const seigaiha: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? deep : paper
  const size = random.pick([74, 86, 98])
  const swell = random.between(26, 60)
  const phase = random.between(0, 6)
  const sunX = 600 + random.between(-110, 110)
  const families = night
    ? [
        [main, glow],
        [deep, pop],
        [mix(ink, main, 0.5), paper],
      ]
    : [
        [deep, paper],
        [main, paper],
        [pop, paper],
      ]
  const scale = (x: number, y: number, row: number, depth: number) => {
    const kind = random.chance(0.07) ? 2 : random.chance(0.3) ? 1 : 0
    const [fabric, line] = families[kind] as [string, string]
    const cloth = mix(fabric, night ? ink : deep, kind === 2 ? 0 : depth * 0.5)
    const ring = (share: number) => circle(x, y, size * share)
    return [
      fill(ring(1), mix(line, cloth, 0.12)),
      fill(ring(0.93), mix(cloth, line, row % 2 === 0 ? 0.1 : 0)),
      stroke(ring(0.73) + ring(0.45), mix(line, cloth, 0.12), size * 0.07),
      fill(ring(0.2), mix(line, cloth, 0.12)),
    ].join('')
  }
  const rows = Math.ceil(480 / (size * 0.5)) + 2
  return [
    linear('sky', [0, 0, 0, 560], { 0: night ? ink : mix(glow, paper, 0.5), 1: sky }),
    ground('url(#sky)'),
    ...range(5).map((ring) => fill(circle(sunX, 330, 470 - ring * 48), mix(sky, pop, 0.04 + ring * 0.05))),
    fill(circle(sunX, 330, 232), pop),
    ...range(rows).flatMap((row) =>
      range(Math.ceil(1200 / (size * 2)) + 2).map((column) => {
        const x = column * size * 2 - (row % 2) * size
        return scale(x, 430 + row * size * 0.5 + Math.sin(x / 230 + phase) * swell * (1 - row / rows), row, row / rows)
      }),
    ),
  ].join('')
}
