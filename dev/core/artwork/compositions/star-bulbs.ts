import { mix } from '../colour.ts'
import { fill, ground, glow as light, sheet } from '../paint.ts'
import { circle, type Point, polar, polygon, range } from '../path.ts'
import { rays } from '../rays.ts'
import type { Composition } from '../scene.ts'

/** The star over the theatre door, bulb by bulb. */
export const starBulbs: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const turn = -Math.PI / 2 + random.between(-0.13, 0.13)
  const star = (radius: number): Point[] =>
    range(10).map((index) => polar(600, 385, index % 2 === 0 ? radius : radius * 0.46, turn + (index * Math.PI) / 5))
  const layer = (radius: number, colour: string, shade: string) =>
    fill(polygon(star(radius)), colour) + facets(star(radius), shade)
  const bulbs = along(star(262), 6)
  return [
    ground(deep),
    rays(600, 385, random.pick([20, 24, 30]), turn, mix(deep, main, 0.45)),
    light('aura', 600, 385, 540, pop, 0.7),
    ...range(3).map((ring) =>
      fill(dots(380 + ring * 66, 36 + ring * 12, 7 - ring), glow, `fill-opacity="${0.8 - ring * 0.22}"`),
    ),
    sheet(polygon(star(345)), mix(ink, deep, 0.35), 30),
    layer(325, pop, mix(pop, ink, 0.24)),
    layer(205, tone === 'night' ? mix(main, ink, 0.2) : main, mix(main, ink, 0.35)),
    layer(96, glow, mix(glow, ink, 0.25)),
    ...bulbs.map(([x, y], index) => light(`b${index}`, x, y, 34, glow, 0.8)),
    ...bulbs.map(([x, y]) => fill(circle(x, y, 13), mix(glow, paper, 0.35)) + fill(circle(x - 3, y - 4, 5), '#ffffff')),
  ].join('')
}

/** Small lamps on a circle round the star. */
const dots = (radius: number, count: number, size: number) =>
  range(count).map((dot) => circle(...polar(600, 385, radius, (dot / count) * Math.PI * 2 + radius * 0.001), size))

/** Every second half of a point lies in shade. */
const facets = (points: Point[], shade: string) =>
  fill(
    range(5).map((index) => polygon([points[index * 2] as Point, points[index * 2 + 1] as Point, [600, 385]])),
    shade,
  )

const along = (points: Point[], parts: number): Point[] =>
  points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length] as Point
    return range(parts).map(
      (part): Point => [from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts],
    )
  })
