import { mix } from '../colour.ts'
import { fill, ground } from '../paint.ts'
import { type Point, polygon, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Parallel lines that a sphere pushes out of the page. */
export const opWaves: Composition = ({ random, palette }) => {
  const { tone, ink, main, pop, glow, paper, deep } = palette
  const back = tone === 'night' ? ink : paper
  const [x, y, radius] = [600 + random.between(-70, 70), 365 + random.between(-25, 25), random.between(265, 310)]
  const bands = random.whole(22, 30)
  const wave = random.between(10, 40)
  const phase = random.between(0, 6)
  const lean = random.between(-0.16, 0.16)
  const height = (px: number, base: number): number => {
    const py = base + wave * Math.sin(px / 170 + phase) + (px - 600) * lean
    const half = Math.sqrt(Math.max(0, radius ** 2 - (px - x) ** 2))
    const share = half > 0 ? (py - y) / half : 2
    return Math.abs(share) >= 1 ? py : y + half * Math.sin((share * Math.PI) / 2)
  }
  const edge = (row: number): Point[] =>
    range(241).map((step) => [step * 5, height(step * 5, -160 + row * (1120 / (bands * 2)))])
  const outside = tone === 'night' ? mix(main, deep, 0.35) : deep
  return [
    ground(back),
    ...range(bands).map((band) => {
      const middle = -160 + (band + 0.5) * (1120 / bands)
      const near = Math.max(0, 1 - Math.abs(middle - y) / (radius * 0.95))
      const colour =
        near === 0
          ? outside
          : mix(
              tone === 'night' ? main : deep,
              band % 3 === 0 ? (tone === 'night' ? glow : main) : pop,
              Math.min(1, near * 2.2),
            )
      return fill(polygon([...edge(band * 2), ...edge(band * 2 + 1).reverse()]), colour)
    }),
  ].join('')
}
