import { mix } from '../colour.ts'
import { fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { circle, ellipse, type Point, polygon, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Where the front of the crown meets its band: an arc seen slightly from above. */
const rim = (share: number): Point => [600 + (share - 0.5) * 380, 430 + Math.sin(share * Math.PI) * 46]

const TIPS = [0.02, 0.26, 0.5, 0.74, 0.98].map(
  (share): Point => [600 + (share - 0.5) * 500, 268 - Math.sin(share * Math.PI) * 88],
)

/** A crown, tilted, on the point of falling into dark water. */
export const crown: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const water = night ? ink : deep
  const tilt = random.pick([-1, 1]) * random.between(8, 15)
  return [
    linear('air', [0, 0, 0, 590], { 0: night ? ink : main, 1: night ? mix(deep, main, 0.4) : glow }),
    ground('url(#air)'),
    light('aura', 600, 330, 520, night ? pop : paper, 0.65),
    linear('water', [0, 590, 0, 800], { 0: mix(water, main, 0.3), 1: water }),
    fill('M0 590H1200V800H0Z', 'url(#water)'),
    fill(ellipse(600, 676, 205, 32), mix(pop, water, 0.15), 'fill-opacity=".85"'),
    fill(ellipse(600, 676, 120, 17), glow, 'fill-opacity=".8"'),
    ...range(5).map((ring) =>
      stroke(ellipse(600, 676, 270 + ring * 120, 42 + ring * 19), mix(pop, water, 0.25 + ring * 0.14), 5 - ring * 0.7),
    ),
    group(`transform="rotate(${tilt} 600 400)"`, ...spikes(palette), ...band(palette)),
  ].join('')
}

/** Gold in four lights, from where it shines to where it turns away. */
const gold = ({ tone, glow, paper, pop, ink }: Palette) => ({
  bright: mix(glow, paper, 0.75),
  plain: glow,
  dim: mix(glow, pop, tone === 'night' ? 0.75 : 0.5),
  dark: mix(pop, ink, 0.45),
})

function spikes(palette: Palette): string[] {
  const { bright, plain, dim, dark } = gold(palette)
  const rear = range(4).map((index) => {
    const x = 600 + (index - 1.5) * 88
    return `M${x - 66} 440 ${x} ${250 + Math.abs(index - 1.5) * 16} ${x + 66} 440Z`
  })
  const spike = (index: number) => {
    const tip = TIPS[index] as Point
    const [left, right] = [rim(Math.max(0, (index - 0.3) / 5)), rim(Math.min(1, (index + 1.3) / 5))]
    const fold: Point = [(left[0] + right[0]) / 2 + (index - 2) * -14, (left[1] + right[1]) / 2 + 24]
    return (
      fill(polygon([tip, left, fold]), index < 3 ? bright : plain) +
      fill(polygon([tip, right, fold]), index < 2 ? plain : dim)
    )
  }
  return [
    fill(rear, dark),
    fill(ellipse(600, 430, 190, 44), mix(dark, palette.ink, 0.5)),
    // The outer spikes first: those in the middle stand nearer.
    ...[0, 4, 1, 3, 2].map(spike),
    ...TIPS.map(
      ([x, y]) =>
        fill(circle(x, y, 16), plain) + fill(circle(x - 4, y - 5, 6), palette.paper) + stroke(circle(x, y, 16), dim, 3),
    ),
  ]
}

function band(palette: Palette): string[] {
  const { bright, plain, dim, dark } = gold(palette)
  const gems = range(5).map((gem) => {
    const [x, y] = [456 + gem * 72, 487 + Math.sin(((gem + 0.6) / 5.2) * Math.PI) * 34]
    const stone =
      gem % 2 === 0
        ? fill(`M${x - 24} ${y} ${x} ${y - 19} ${x + 24} ${y} ${x} ${y + 19}Z`, palette.main)
        : fill(circle(x, y, 11), palette.ink)
    return stone + fill(circle(x - 5, y - 5, 3.5), palette.paper)
  })
  return [
    linear('band', [410, 0, 790, 0], { 0: dim, 0.2: bright, 0.5: plain, 0.8: dim, 1: dark }),
    sheet('M404 424Q600 530 796 424L784 500Q600 606 416 500Z', 'url(#band)', 10),
    stroke('M406 438Q600 544 794 438M414 488Q600 594 786 488', dark, 5),
    ...gems,
  ]
}
