import { mix } from '../colour.ts'
import { clip, fill, ground, group, linear, stroke } from '../paint.ts'
import { box, circle, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

/** The old chrome microphone, huge, with the room's rays behind it. */
export const microphone: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const rays = random.pick([14, 18, 24])
  const [back, ray] = tone === 'night' ? [deep, main] : [pop, glow]
  const tilt = random.between(-16, 16)
  const turn = random.between(0, 1)
  const capsule = 'M480 250a120 150 0 0 1 240 0v130a120 110 0 0 1 -240 0Z'
  return [
    ground(back),
    ...range(rays).map((index) =>
      fill(
        sector(600, 350, 0, 1100, turn + (index * Math.PI * 2) / rays, turn + ((index + 0.5) * Math.PI * 2) / rays),
        ray,
      ),
    ),
    fill(circle(600, 350, 318), tone === 'night' ? pop : paper),
    fill(circle(600, 350, 286), tone === 'night' ? mix(pop, main, 0.35) : main),
    group(
      `transform="rotate(${tilt} 600 420)"`,
      fill(capsule, ink, 'transform="translate(14 14)" fill-opacity=".35"'),
      fill(box(572, 470, 56, 400), ink),
      fill(box(580, 470, 14, 400), mix(ink, glow, 0.4)),
      fill('M540 470h120l-18 66h-84Z', deep),
      linear('chrome', [480, 0, 720, 0], {
        0: mix(deep, glow, 0.4),
        0.22: paper,
        0.5: mix(glow, paper, 0.4),
        0.8: mix(deep, glow, 0.45),
        1: deep,
      }),
      fill(capsule, 'url(#chrome)'),
      clip('shell', capsule),
      group(
        'clip-path="url(#shell)"',
        ...range(7).map((slat) => fill(box(496 + slat * 31, 90, 17, 300), ink)),
        fill(box(470, 296, 260, 44), 'url(#chrome)'),
        fill(box(470, 372, 260, 30), 'url(#chrome)'),
      ),
      stroke(capsule, ink, 12),
      fill(box(560, 304, 80, 28), pop),
      stroke(box(560, 304, 80, 28), ink, 5),
    ),
  ].join('')
}
