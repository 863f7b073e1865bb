import { mix } from '../colour.ts'
import { limb } from '../figure.ts'
import { fill, ground, glow as light, linear, stroke } from '../paint.ts'
import { circle, type Point, polar, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A flowering branch across the moon. */
export const blossom: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, deep] : [mix(glow, paper, 0.2), paper]
  const bark = night ? mix(ink, main, 0.35) : ink
  const petals = night
    ? [mix(paper, pop, 0.25), mix(glow, pop, 0.3), mix(pop, paper, 0.35)]
    : [mix(pop, paper, 0.55), mix(main, paper, 0.35), pop]
  const branch = grow(random)
  const flowers = branch.buds.map(([x, y], index) =>
    flower(
      x + random.between(-16, 16),
      y + random.between(-18, 18),
      random.between(22, 38),
      random.between(0, 6),
      petals[index % 3] as string,
      night ? main : deep,
      glow,
    ),
  )
  return [
    linear('air', [0, 0, 700, 800], { 0: high, 1: low }),
    ground('url(#air)'),
    light('shine', 620, 350, 520, night ? main : paper, 0.8),
    fill(circle(640, 345, 262), night ? glow : pop),
    night ? fill(circle(560, 270, 40) + circle(700, 430, 56) + circle(745, 300, 24), mix(glow, main, 0.12)) : '',
    fill(branch.wood, ink, 'fill-opacity=".16" transform="translate(14 18)"'),
    fill(branch.wood, bark),
    ...flowers,
    fill(
      branch.buds.map(([x, y]) =>
        circle(x + random.between(-30, 30), y + random.between(-34, 34), random.between(4, 8)),
      ),
      mix(pop, main, 0.4),
    ),
    ...petals.map((colour) =>
      fill(
        range(9).map(() =>
          petalShape(random.between(60, 1160), random.between(90, 780), random.between(8, 16), random.between(0, 6)),
        ),
        colour,
      ),
    ),
  ].join('')
}

/** A branch that enters at the lower left and forks as it climbs; buds sit along its thinner parts. */
function grow(random: Random): { wood: string; buds: Point[] } {
  let wood = ''
  const buds: Point[] = []
  const extend = (from: Point, angle: number, length: number, width: number, depth: number) => {
    let [at, heading] = [from, angle]
    for (const part of range(5)) {
      heading += (angle - heading) * 0.5 + random.between(-0.3, 0.3)
      const to = polar(at[0], at[1], length / 5, heading)
      wood += limb(at, to, width * (1 - part * 0.15), width * (1 - (part + 1) * 0.15))
      if (depth > 0) buds.push(to)
      const side = (part + depth) % 2 === 0 ? -1 : 1
      if (depth < 2 && part > 0)
        extend(
          to,
          angle + side * random.between(0.45, 0.95),
          length * random.between(0.3, 0.48),
          width * 0.5,
          depth + 1,
        )
      at = to
    }
    buds.push(at)
  }
  extend([-40, random.between(560, 640)], random.between(-0.42, -0.28), 1010, 25, 0)
  return { wood, buds: random.shuffle(buds.filter(([x, y]) => x > 90 && y > 40)).slice(0, 56) }
}

/** One notched petal from the middle outwards, turned and placed. */
function petalShape(x: number, y: number, r: number, turn: number): string {
  const p = (reach: number, aside: number) =>
    polar(x, y, r * Math.hypot(reach, aside), turn + Math.atan2(aside, reach)).join(' ')
  return `M${x} ${y}C${p(0.45, -0.75)} ${p(1.12, -0.55)} ${p(1.05, -0.13)}L${p(0.9, 0)}L${p(1.05, 0.13)}C${p(1.12, 0.55)} ${p(0.45, 0.75)} ${x} ${y}Z`
}

function flower(x: number, y: number, r: number, turn: number, colour: string, heart: string, pollen: string): string {
  const angles = range(5).map((index) => turn + (index * Math.PI * 2) / 5)
  const threads = angles.map((angle) => `M${x} ${y}L${polar(x, y, r * 0.5, angle + 0.3).join(' ')}`)
  const dots = angles.map((angle) => circle(...polar(x, y, r * 0.52, angle + 0.3), r * 0.07))
  return [
    fill(
      angles.map((angle) => petalShape(x, y, r, angle)),
      colour,
      `stroke="${heart}" stroke-opacity=".3" stroke-width="1.2"`,
    ),
    stroke(threads, heart, r * 0.05),
    fill(circle(x, y, r * 0.17), heart) + fill(dots, pollen),
  ].join('')
}
