import { mix } from '../colour.ts'
import { fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { circle, ellipse, type Point, polygon, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Where the front of the crown meets its band: an arc seen slightly from above. */
const rim = (share: number): Point => [600 + (share - 0.5) * 380, 430 + Math.sin(share * Math.PI) * 46]

/** A crown, tilted, on the point of falling into dark water. */
export const crown: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [bright, plain, dim, dark] = [
    mix(glow, paper, 0.75),
    glow,
    mix(glow, pop, night ? 0.75 : 0.5),
    mix(pop, ink, 0.45),
  ] as const
  const tilt = random.pick([-1, 1]) * random.between(8, 15)
  const water = night ? ink : deep
  const tips = [0.02, 0.26, 0.5, 0.74, 0.98].map(
    (share): Point => [600 + (share - 0.5) * 500, 232 - Math.sin(share * Math.PI) * 82],
  )
  const spike = (index: number) => {
    const [tip, left, right] = [tips[index] as Point, rim(index / 5), rim((index + 1) / 5)]
    const middle: Point = [(left[0] + right[0]) / 2 + (index - 2) * -14, (left[1] + right[1]) / 2 + 4]
    return (
      fill(polygon([tip, left, [middle[0], middle[1] + 20]]), index < 3 ? bright : plain) +
      fill(polygon([tip, right, [middle[0], middle[1] + 20]]), index < 2 ? plain : dim)
    )
  }
  const back = range(4).map((index) => {
    const x = 600 + (index - 1.5) * 88
    return `M${x - 66} 440 ${x} ${250 + Math.abs(index - 1.5) * 16} ${x + 66} 440Z`
  })
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
    group(
      `transform="rotate(${tilt} 600 400)"`,
      fill(back.join(''), dark),
      fill(ellipse(600, 430, 190, 44), mix(dark, ink, 0.5)),
      ...range(5).map(spike),
      linear('band', [410, 0, 790, 0], { 0: dim, 0.2: bright, 0.5: plain, 0.8: dim, 1: dark }),
      sheet('M404 424Q600 530 796 424L784 500Q600 606 416 500Z', 'url(#band)', 10),
      stroke('M406 438Q600 544 794 438M414 488Q600 594 786 488', dark, 5),
      ...range(5).map((gem) => {
        const [x, y] = [456 + gem * 72, 487 + Math.sin(((gem + 0.6) / 5.2) * Math.PI) * 34]
        return (
          fill(
            gem % 2 === 0 ? `M${x - 24} ${y} ${x} ${y - 19} ${x + 24} ${y} ${x} ${y + 19}Z` : circle(x, y, 11),
            gem % 2 === 0 ? (night ? main : main) : ink,
          ) + fill(circle(x - 5, y - 5, 3.5), paper)
        )
      }),
      ...tips.map(
        ([x, y]) =>
          fill(circle(x, y, 16), plain) + fill(circle(x - 4, y - 5, 6), paper) + stroke(circle(x, y, 16), dim, 3),
      ),
    ),
  ].join('')
}
