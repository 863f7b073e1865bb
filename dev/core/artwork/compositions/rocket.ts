import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { circle, ellipse, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const HULL = 'M0 -220C74 -150 96 -40 78 110H-78C-96 -40 -74 -150 0 -220Z'

/** Lift-off towards a ringed planet. */
export const rocket: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const sparkles = range(9).map(() => sparkle(random.between(40, 1160), random.between(30, 620), random.between(9, 20)))
  return [
    linear('space', [0, 0, 500, 800], { 0: ink, 1: tone === 'night' ? mix(deep, main, 0.4) : deep }),
    ground('url(#space)'),
    ...range(4).map((ring) => fill(circle(600, 400, 620 - ring * 130), mix(deep, main, 0.35), 'fill-opacity=".16"')),
    stars(random, 150, 800, paper),
    fill(sparkles, glow),
    planet(random.between(900, 990), random.between(150, 215), 92, main, pop, glow, ink),
    ...moon(random, glow, main),
    group(
      `transform="translate(610 350) rotate(${random.between(22, 40)}) scale(1.08)"`,
      ...flame(palette),
      ...ship(palette),
    ),
  ].join('')
}

function moon(random: Random, pale: string, shade: string): string[] {
  const disc = circle(180, 960, 420)
  const craters = range(7).map(() => {
    const [x, y, r] = [random.between(60, 420), random.between(610, 780), random.between(12, 36)]
    return (
      fill(ellipse(x, y, r * 1.3, r * 0.8), mix(pale, shade, 0.5)) +
      fill(ellipse(x + 4, y + 5, r * 1.15, r * 0.62), mix(pale, shade, 0.38))
    )
  })
  return [sheet(disc, mix(pale, shade, 0.25), 18), clip('moon', disc), group('clip-path="url(#moon)"', ...craters)]
}

const flame = ({ pop, glow, paper }: Palette): string[] => [
  linear('trail', [0, 120, 0, 620], { 0: [pop, 0.9], 0.5: [pop, 0.35], 1: [pop, 0] }),
  fill('M-70 118H70L150 640H-150Z', 'url(#trail)'),
  light('fire', 0, 190, 190, glow, 0.9),
  sheet('M-58 112C-74 210 -30 250 0 330C30 250 74 210 58 112Z', pop, 12),
  fill('M-36 112C-46 180 -18 204 0 262C18 204 46 180 36 112Z', glow),
  fill('M-18 112C-22 150 -8 166 0 198C8 166 22 150 18 112Z', paper),
]

const ship = ({ ink, deep, main, pop, glow, paper }: Palette): string[] => [
  sheet('M-72 10C-150 40 -168 110 -152 176C-128 136 -104 122 -70 118Z', pop, 14),
  sheet('M72 10C150 40 168 110 152 176C128 136 104 122 70 118Z', mix(pop, ink, 0.22), 14),
  sheet(HULL, paper, 16),
  clip('hull', HULL),
  group(
    'clip-path="url(#hull)"',
    fill('M-100 -240H100V-118Q0 -92 -100 -118Z', pop),
    fill('M-100 66Q0 92 100 66V130H-100Z', main),
    fill('M26 -240Q70 -40 40 130H120V-240Z', ink, 'fill-opacity=".14"'),
  ),
  fill('M-46 110H46L36 134H-36Z', ink),
  fill(circle(0, -32, 50), deep),
  fill(circle(0, -32, 38), glow),
  fill('M-27 -5A38 38 0 0 1 -6 -69Q-30 -40 -27 -5Z', paper),
  stroke(circle(0, -32, 44), main, 10),
  fill(circle(0, 42, 13), deep) + fill(circle(0, 42, 7), glow),
]

const sparkle = (x: number, y: number, r: number) => {
  const inner = r * 0.18
  return `M${x} ${y - r}Q${x + inner} ${y - inner} ${x + r} ${y}Q${x + inner} ${y + inner} ${x} ${y + r}Q${x - inner} ${y + inner} ${x - r} ${y}Q${x - inner} ${y - inner} ${x} ${y - r}Z`
}

function planet(x: number, y: number, r: number, body: string, band: string, ring: string, ink: string): string {
  const tilt = `transform="rotate(-18 ${x} ${y})"`
  const arc = (sweep: number) => `M${x - r * 1.75} ${y}A${r * 1.75} ${r * 0.46} 0 0 ${sweep} ${x + r * 1.75} ${y}`
  return group(
    tilt,
    stroke(arc(1), mix(ring, ink, 0.35), 13),
    fill(circle(x, y, r), body),
    clip('globe', circle(x, y, r)),
    group(
      'clip-path="url(#globe)"',
      fill(ellipse(x, y - r * 0.35, r * 1.2, r * 0.16) + ellipse(x, y + r * 0.5, r * 1.2, r * 0.12), band),
      fill(circle(x + r * 0.5, y + r * 0.3, r * 1.1), ink, 'fill-opacity=".2"'),
    ),
    stroke(arc(0), ring, 13),
  )
}
