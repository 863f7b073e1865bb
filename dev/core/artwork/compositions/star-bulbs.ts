import { mix } from '../colour.ts'
import { fill, ground, group, glow as light, sheet } from '../paint.ts'
import { circle, type Point, polar, polygon, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

/** The star over the theatre door, bulb by bulb. */
export const starBulbs: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : deep
  const turn = -Math.PI / 2 + random.between(-0.13, 0.13)
  const star = (radius: number): Point[] =>
    range(10).map((index) => polar(600, 385, index % 2 === 0 ? radius : radius * 0.46, turn + (index * Math.PI) / 5))
  const bulbs = along(star(262), 6)
  const rays = random.pick([20, 24, 30])
  return [
    ground(back),
    ...range(rays).map((index) =>
      fill(
        sector(
          600,
          385,
          0,
          1100,
          turn + ((index - 0.25) * Math.PI * 2) / rays,
          turn + ((index + 0.25) * Math.PI * 2) / rays,
        ),
        mix(back, main, 0.45),
      ),
    ),
    light('aura', 600, 385, 540, pop, 0.7),
    ...range(3).map((ring) =>
      fill(
        range(36 + ring * 12)
          .map((dot) =>
            circle(...polar(600, 385, 380 + ring * 66, (dot / (36 + ring * 12)) * Math.PI * 2 + ring * 0.07), 7 - ring),
          )
          .join(''),
        glow,
        `fill-opacity="${0.8 - ring * 0.22}"`,
      ),
    ),
    sheet(polygon(star(345)), mix(ink, deep, 0.35), 30),
    fill(polygon(star(325)), night ? pop : pop),
    facets(star(325), mix(pop, ink, 0.24)),
    fill(polygon(star(205)), night ? mix(main, ink, 0.2) : main),
    facets(star(205), mix(main, ink, 0.35)),
    fill(polygon(star(96)), glow),
    facets(star(96), mix(glow, pop, 0.4)),
    group('', ...bulbs.map(([x, y], index) => light(`b${index}`, x, y, 34, glow, 0.8))),
    fill(bulbs.map(([x, y]) => circle(x, y, 13)).join(''), mix(glow, paper, 0.35)),
    fill(bulbs.map(([x, y]) => circle(x - 3, y - 4, 5)).join(''), '#ffffff'),
  ].join('')
}

/** Every second half of a point lies in shade. */
const facets = (points: Point[], shade: string) =>
  fill(
    range(5)
      .map((index) => polygon([points[index * 2] as Point, points[index * 2 + 1] as Point, [600, 385]]))
      .join(''),
    shade,
  )

const along = (points: Point[], parts: number): Point[] =>
  points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length] as Point
    return range(parts).map(
      (part): Point => [from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts],
    )
  })
