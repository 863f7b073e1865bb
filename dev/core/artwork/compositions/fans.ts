import { mix } from '../colour.ts'
import { clip, fill, ground, group, sheet, stroke } from '../paint.ts'
import { circle, polar, range, sector } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** Three open fans, the nearest one painted. */
export const fans: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : mix(glow, paper, 0.2)
  const dots = range(15).flatMap((row) =>
    range(23).map((column) => circle(column * 56 + (row % 2) * 28, row * 56, 2.6)),
  )
  return [
    ground(back),
    fill(dots.join(''), night ? main : pop, 'fill-opacity=".45"'),
    fan(random, 'a', 250 + random.between(-30, 30), 640, 430, -24, night ? main : main, deep, glow),
    fan(random, 'b', 960 + random.between(-30, 30), 610, 440, 26, night ? mix(main, ink, 0.4) : deep, main, paper),
    fan(random, 'c', 600, 690, 560, random.between(-7, 7), night ? pop : pop, night ? ink : ink, glow, paper),
  ].join('')
}

function fan(
  random: Random,
  id: string,
  x: number,
  y: number,
  radius: number,
  turn: number,
  cloth: string,
  wood: string,
  trim: string,
  moon?: string,
): string {
  const [folds, inner, half] = [18, radius * 0.36, 1.18]
  const step = (half * 2) / folds
  const start = -Math.PI / 2 - half
  const leaf = sector(x, y, inner, radius, start, start + half * 2)
  const ribs = range(folds / 2 + 1).map((index) => {
    const angle = start + index * step * 2
    return `M${x} ${y + 10}L${polar(x, y, inner + 6, angle).join(' ')}`
  })
  const pleats = range(folds).map((index) =>
    fill(
      sector(x, y, inner, radius, start + index * step, start + (index + 1) * step + 0.004),
      '#000000',
      `fill-opacity="${index % 2 === 0 ? 0.13 : 0}"`,
    ),
  )
  const motif = moon
    ? [
        fill(circle(x + radius * 0.16, y - radius * 0.7, radius * 0.16), moon),
        ...waves(random, x, y, radius, mix(cloth, moon, 0.75), mix(cloth, wood, 0.3)),
      ]
    : [
        fill(sector(x, y, radius * 0.62, radius * 0.7, start, start + half * 2), trim),
        fill(
          range(7)
            .map((index) => circle(...polar(x, y, radius * 0.83, start + 0.22 + index * 0.325), radius * 0.05))
            .join(''),
          trim,
        ),
      ]
  return `<g transform="rotate(${turn} ${x} ${y})">${[
    stroke(ribs.join(''), wood, 8, 'stroke-linecap="round"'),
    sheet(leaf, cloth, 20),
    clip(`leaf${id}`, leaf),
    group(
      `clip-path="url(#leaf${id})"`,
      ...motif,
      fill(sector(x, y, radius * 0.965, radius, start, start + half * 2), trim),
      fill(sector(x, y, inner, inner * 1.07, start, start + half * 2), trim),
      ...pleats,
    ),
    fill(circle(x, y + 8, 15), wood) + fill(circle(x, y + 8, 6), trim),
  ].join('')}</g>`
}

const waves = (random: Random, x: number, y: number, radius: number, light: string, dark: string) =>
  range(9).flatMap((row) =>
    range(13).map((column) => {
      const [cx, cy] = [
        x - radius + column * radius * 0.17 + (row % 2) * radius * 0.085,
        y - radius * (0.62 - row * 0.07) + Math.sin(column * 0.9) * radius * 0.03 + random.between(-2, 2),
      ]
      return (
        fill(circle(cx, cy, radius * 0.1), light) +
        fill(circle(cx, cy, radius * 0.078), dark) +
        fill(circle(cx, cy, radius * 0.055), light) +
        fill(circle(cx, cy, radius * 0.032), dark)
      )
    }),
  )
