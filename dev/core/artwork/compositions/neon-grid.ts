import { mix } from '../colour.ts'
import { clip, fill, glow, ground, group, linear, stroke } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const HORIZON = 500

/** Driving into a city at night: a sliced sun, towers, a grid of light. */
export const neonGrid: Composition = ({ random, palette }) => {
  const { ink, deep, main, pop, glow: light } = palette
  const radius = random.between(205, 245)
  const top = HORIZON - radius * 1.25
  const slices = range(6).map((index) => box(300, HORIZON - 14 - index * 34, 600, 15 - index * 2.2))
  return [
    linear('sky', [0, 0, 0, HORIZON], { 0: ink, 0.6: deep, 1: mix(main, pop, 0.3) }),
    ground('url(#sky)'),
    stars(random, 90, 330, light),
    glow('haze', 600, HORIZON - 110, 460, pop, 0.75),
    linear('sun', [0, top, 0, HORIZON], { 0: light, 0.75: pop, 1: main }),
    clip('above', box(0, 0, 1200, HORIZON)),
    group(
      'clip-path="url(#above)"',
      fill(circle(600, HORIZON - radius * 0.25, radius), 'url(#sun)'),
      fill(slices, mix(deep, main, 0.55)),
    ),
    skyline(random, 26, 60, 230, mix(deep, main, 0.45), light),
    skyline(random, 17, 30, 150, mix(ink, deep, 0.55), pop),
    linear('floor', [0, HORIZON, 0, 800], { 0: mix(deep, main, 0.6), 0.5: mix(ink, deep, 0.6), 1: ink }),
    fill(box(0, HORIZON, 1200, 300), 'url(#floor)'),
    stroke(floorLines(), pop, 7, 'stroke-opacity=".22"'),
    stroke(floorLines(), light, 2, 'stroke-opacity=".85"'),
    fill(box(0, HORIZON - 2, 1200, 4), light),
    glow('shine', 600, HORIZON, 420, pop, 0.5),
  ].join('')
}

function floorLines(): string {
  const across = range(11).map((index) => HORIZON + 300 * (index / 10) ** 2.1)
  return (
    across.map((y) => `M0 ${y} 1200 ${y}`).join('') +
    range(33)
      .map((index) => `M${600 + (index - 16) * 26} ${HORIZON} ${600 + (index - 16) * 250} 800`)
      .join('')
  )
}

/** Towers grow towards the sides and leave the sun free. */
function skyline(random: Random, count: number, low: number, high: number, colour: string, windows: string): string {
  let towers = ''
  let lights = ''
  for (const index of range(count)) {
    const x = (index / count) * 1200
    const side = Math.min(1, Math.abs(x + 600 / count - 600) / 480)
    const height = (low + (high - low) * random.next()) * (0.18 + side ** 1.5 * 1.1)
    const width = (1200 / count) * random.between(0.75, 1.15)
    towers += box(x, HORIZON - height, width, height + 1)
    if (random.chance(0.4)) towers += box(x + width / 2 - 1.5, HORIZON - height - 26, 3, 28)
    for (let y = HORIZON - height + 10; y < HORIZON - 12; y += 13) {
      for (let wx = x + 7; wx < x + width - 8; wx += 11) if (random.chance(0.28)) lights += box(wx, y, 5, 6)
    }
  }
  return fill(towers, colour) + fill(lights, windows, 'fill-opacity=".8"')
}
