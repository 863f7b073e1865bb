import { mix } from '../colour.ts'
import { clip, fill, ground, group, linear, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, range } from '../path.ts'
import { rays } from '../rays.ts'
import type { Composition } from '../scene.ts'

const CAPSULE = 'M480 250a120 150 0 0 1 240 0v130a120 110 0 0 1 -240 0Z'

/** The old chrome microphone, huge, with the room's rays behind it. */
export const microphone: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  return [
    ground(night ? deep : pop),
    rays(600, 350, random.pick([14, 18, 24]), random.between(0, 1), night ? main : glow),
    fill(circle(600, 350, 318), night ? pop : paper),
    fill(circle(600, 350, 286), night ? mix(pop, main, 0.35) : main),
    group(
      `transform="rotate(${random.between(-16, 16)} 600 420)"`,
      fill(CAPSULE, ink, 'transform="translate(14 14)" fill-opacity=".35"'),
      fill(box(572, 470, 56, 400), ink),
      fill(box(580, 470, 14, 400), mix(ink, glow, 0.4)),
      fill('M540 470h120l-18 66h-84Z', deep),
      ...shell(palette),
    ),
  ].join('')
}

function shell({ ink, deep, pop, glow, paper }: Palette): string[] {
  const edge = mix(deep, glow, 0.42)
  return [
    linear('chrome', [480, 0, 720, 0], { 0: edge, 0.22: paper, 0.5: mix(glow, paper, 0.4), 0.8: edge, 1: deep }),
    fill(CAPSULE, 'url(#chrome)'),
    clip('shell', CAPSULE),
    group(
      'clip-path="url(#shell)"',
      fill(
        range(7).map((slat) => box(496 + slat * 31, 90, 17, 300)),
        ink,
      ),
      fill(box(470, 296, 260, 44) + box(470, 372, 260, 30), 'url(#chrome)'),
    ),
    stroke(CAPSULE, ink, 12),
    fill(box(560, 304, 80, 28), pop),
    stroke(box(560, 304, 80, 28), ink, 5),
  ]
}
