import { cloudBank } from '../cloud-bank.ts'
import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { box, circle, ellipse, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Hot-air balloons over the morning clouds. */
export const balloons: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? [deep, main] : [main, mix(glow, paper, 0.3)]
  const cloths = [
    [pop, paper],
    [paper, main],
    [glow, pop],
    [deep, glow],
  ] as const
  const [first, second, third, fourth] = random.shuffle(cloths) as [Cloth, Cloth, Cloth, Cloth]
  const lead = 590 + random.between(-50, 50)
  const cloud = night ? mix(main, glow, 0.3) : paper
  return [
    linear('sky', [0, 0, 0, 700], { 0: sky[0] as string, 1: sky[1] as string }),
    ground('url(#sky)'),
    light('sun', lead + 210, 420, 420, night ? glow : paper, 0.8),
    fill(circle(lead + 210, 430, 96), night ? glow : paper),
    cloudBank(random, 520, 46, mix(cloud, sky[1] as string, 0.55)),
    balloon('d', 1000 + random.between(-40, 40), 190, 44, fourth, ink),
    balloon('c', 205 + random.between(-50, 40), 250, 76, third, ink),
    cloudBank(random, 590, 60, mix(cloud, sky[1] as string, 0.3)),
    balloon('a', lead, 270, 176, first, ink),
    balloon('b', 885 + random.between(-30, 40), 410, 92, second, ink),
    cloudBank(random, 665, 74, cloud),
    cloudBank(random, 745, 84, night ? mix(main, deep, 0.3) : mix(paper, main, 0.16)),
  ].join('')
}

type Cloth = readonly [string, string]

function balloon(id: string, x: number, y: number, r: number, [one, two]: Cloth, ink: string): string {
  const p = (dx: number, dy: number) => `${x + dx * r} ${y + dy * r}`
  const skin = `M${p(0, -1)}C${p(0.62, -1)} ${p(1, -0.55)} ${p(1, -0.05)}C${p(1, 0.5)} ${p(0.42, 0.95)} ${p(0.2, 1.28)}H${x - 0.2 * r}C${p(-0.42, 0.95)} ${p(-1, 0.5)} ${p(-1, -0.05)}C${p(-1, -0.55)} ${p(-0.62, -1)} ${p(0, -1)}Z`
  const gores = [1.02, 0.8, 0.52, 0.2].map((share, index) =>
    fill(ellipse(x, y + r * 0.1, r * share, r * 1.5), index % 2 === 0 ? one : two),
  )
  const shade = `M${p(0.15, -1)}C${p(0.75, -0.6)} ${p(0.7, 0.6)} ${p(0.12, 1.3)}H${x + r * 1.1}V${y - r}Z`
  return [
    sheet(skin, one, r * 0.08),
    clip(`skin${id}`, skin),
    group(
      `clip-path="url(#skin${id})"`,
      ...gores,
      fill(box(x - r, y - r * 0.16, r * 2, r * 0.3), mix(one, ink, 0.15)),
      fill(
        range(9).map((index) => circle(x - r * 0.96 + index * r * 0.24, y - r * 0.01, r * 0.075)),
        two,
      ),
      fill(shade, ink, 'fill-opacity=".16"'),
    ),
    stroke(
      `M${p(-0.19, 1.28)}L${p(-0.13, 1.62)}M${p(0.19, 1.28)}L${p(0.13, 1.62)}M${p(0, 1.28)}V${y + 1.62 * r}`,
      ink,
      Math.max(1.6, r * 0.02),
    ),
    fill(`M${p(-0.17, 1.6)}H${x + 0.17 * r}L${p(0.13, 1.84)}Q${p(0, 1.9)} ${p(-0.13, 1.84)}Z`, mix(one, ink, 0.72)),
    fill(box(x - 0.19 * r, y + 1.57 * r, 0.38 * r, 0.06 * r), two),
  ].join('')
}
