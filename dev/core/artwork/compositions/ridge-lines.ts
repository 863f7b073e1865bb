import { mix } from '../colour.ts'
import { createNoise, layered } from '../noise.ts'
import { fill, ground, linear } from '../paint.ts'
import { circle, type Point, polyline, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A sound drawn line by line until it becomes mountains. */
export const ridgeLines: Composition = ({ random, palette }) => {
  const { tone, ink, main, pop, glow, paper, deep } = palette
  const back = tone === 'night' ? ink : paper
  const lines = random.whole(24, 30)
  const centre = 600 + random.between(-70, 70)
  const noise = layered(createNoise(random), 2)
  const [from, to] = tone === 'night' ? [glow, pop] : [pop, deep]
  const disc = { x: centre + random.between(-120, 120), y: random.between(190, 230), radius: random.between(135, 170) }
  const row = (index: number) => {
    const share = index / lines
    const base = 330 + share ** 1.15 * 520
    const points = range(141).map((step): Point => {
      const x = -30 + step * 9
      const envelope = Math.exp(-(((x - centre) / 300) ** 2)) + 0.04
      const drift = index * 0.23
      const height = (0.5 + 0.5 * noise(x / 130 + drift)) * 210 + Math.abs(noise(x / 46 - drift * 2 + 40)) * 95
      return [x, base - height * envelope * (1 - share * 0.25)]
    })
    const data = polyline(points)
    const paint = mix(from, to, share)
    // Rows lie close: what a row must hide ends well before the next thirteen.
    const hem = Math.min(830, base + 250)
    return `<path d="${data}V${hem}H-40Z" fill="${mix(back, tone === 'night' ? deep : glow, 0.25 * (1 - share))}" stroke="${paint}" stroke-width="${2.2 + share * 2}" stroke-linejoin="round"/>`
  }
  return [
    linear('sky', [0, 0, 0, 700], { 0: back, 1: mix(back, main, 0.35) }),
    ground('url(#sky)'),
    fill(circle(disc.x, disc.y, disc.radius), tone === 'night' ? pop : main),
    ...range(lines).map(row),
  ].join('')
}
