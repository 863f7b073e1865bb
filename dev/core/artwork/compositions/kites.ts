import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { fill, ground, linear, sheet, stroke } from '../paint.ts'
import { circle, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A windy hill, a child, and one kite that has outgrown all others. */
export const kites: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [deep, main] : [mix(main, paper, 0.1), mix(glow, paper, 0.45)]
  const [x, y, turn] = [600 + random.between(-40, 60), 255, random.between(14, 34)]
  const hand = [262, 612] as const
  const cloths = random.shuffle([
    [pop, glow, paper, main],
    [glow, pop, deep, paper],
    [paper, main, pop, glow],
  ])
  const small = [
    [935, 180, 0.42, -18],
    [1015, 400, 0.32, 24],
    [250, 175, 0.36, -8],
  ] as const
  return [
    linear('sky', [0, 0, 0, 640], { 0: high, 1: low }),
    ground('url(#sky)'),
    ...range(5).map((index) =>
      sheet(
        puff(random.between(0, 1150), 110 + index * 92, random.between(0.7, 1.3)),
        night ? mix(main, paper, 0.14) : paper,
        8,
      ),
    ),
    ...small.map(([kx, ky, size, angle], index) => kite(kx, ky, size, angle, cloths[(index + 1) % 3] as string[], ink)),
    sheet('M-20 640Q260 540 560 640T1220 600V820H-20Z', mix(main, night ? paper : deep, night ? 0.12 : 0.25), 16),
    sheet('M-20 640Q240 560 470 690T1220 690V820H-20Z', mix(main, deep, night ? 0.35 : 0.7), 16),
    stroke(`M${hand[0]} ${hand[1]}Q${x - 150} ${y + 290} ${x - 6} ${y + 60}`, night ? paper : ink, 2.5),
    kite(x, y, 1, turn, cloths[0] as string[], ink),
    character('child', 238, 676, 104, ink),
    fill('M246 606L262 610L258 618L240 622Z', ink),
    sheet('M-20 730Q300 650 640 740T1220 740V820H-20Z', mix(deep, ink, night ? 0.6 : 0.35), 16),
  ].join('')
}

function kite(x: number, y: number, size: number, turn: number, cloth: string[], ink: string): string {
  const [a, b, c, d] = cloth as [string, string, string, string]
  const tail = 'M0 255C60 330 -50 380 20 450S-20 560 40 620'
  const bows = [
    [16, 318],
    [-2, 398],
    [12, 470],
    [2, 548],
  ] as const
  return `<g transform="translate(${x} ${y}) scale(${size}) rotate(${turn})">${[
    stroke(tail, a, 7, 'stroke-linecap="round"'),
    ...bows.map(([bx, by], index) =>
      fill(
        `M${bx} ${by} ${bx - 34} ${by - 20} ${bx - 30} ${by + 22}Z` +
          `M${bx} ${by} ${bx + 34} ${by - 18} ${bx + 32} ${by + 22}Z`,
        (index % 2 === 0 ? b : d) as string,
      ),
    ),
    sheet('M0 -215 160 -30 0 255 -160 -30Z', a, 18),
    fill('M0 -215 160 -30 0 -30Z', b),
    fill('M0 255 160 -30 0 -30Z', mix(a, ink, 0.14)),
    fill('M0 255 -160 -30 0 -30Z', c),
    fill(circle(0, -30, 58), d),
    fill(`M0 -88A58 58 0 0 1 0 28Z`, ink, 'fill-opacity=".14"'),
    fill(circle(0, -30, 26), b),
    stroke('M0 -215V255M-160 -30H160', ink, 3, 'stroke-opacity=".5"'),
  ].join('')}</g>`
}

const puff = (x: number, y: number, s: number) =>
  `M${x - 110 * s} ${y}a${30 * s} ${30 * s} 0 0 1 ${30 * s} ${-34 * s}a${46 * s} ${46 * s} 0 0 1 ${84 * s} ${-16 * s}a${40 * s} ${40 * s} 0 0 1 ${70 * s} ${20 * s}a${24 * s} ${24 * s} 0 0 1 ${26 * s} ${30 * s}Z`
