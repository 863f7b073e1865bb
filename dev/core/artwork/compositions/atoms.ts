import { mix } from '../colour.ts'
import { clip, fill, ground, group, stroke } from '../paint.ts'
import { circle, ellipse, polar, range, sector } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

const SPOTS = [
  [150, 180],
  [1050, 610],
  [1020, 150],
  [180, 610],
  [385, 95],
  [835, 700],
  [90, 400],
  [1120, 380],
] as const
const BOOMERANG = 'M-110 50C-80 -50 -20 -90 90 -90C130 -90 130 -40 90 -36C20 -26 -30 10 -60 80C-80 120 -126 96 -110 50Z'

/** A lounge in 1958: starbursts, boomerangs, a clock made of wires. */
export const atoms: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : random.pick([paper, deep])
  const onDark = back === deep
  const inks = onDark ? [main, pop, glow, paper] : [deep, main, pop, glow]
  const line = onDark ? paper : ink
  const kinds = random.shuffle([
    'burst',
    'diamond',
    'boomerang',
    'burst',
    'diamond',
    'boomerang',
    'burst',
    'boomerang',
  ] as const)
  const charms = SPOTS.map(([x, y], index) => {
    const colour = inks[index % 4] as string
    if (kinds[index] === 'burst') return burst(random, x, y, random.between(66, 100), line, colour)
    if (kinds[index] === 'diamond') return diamond(`d${index}`, x, y, random.between(70, 100), colour, line, back)
    return boomerang(x, y, random.between(0.7, 1.05), random.between(0, 360), colour, line)
  })
  return [
    ground(back),
    fill(ellipse(600, 372, 384, 268), onDark ? main : glow, `transform="rotate(${random.between(-24, 24)} 600 372)"`),
    fill(
      ellipse(600, 372, 300, 352),
      mix(onDark ? main : glow, onDark ? ink : main, 0.22),
      `transform="rotate(${random.between(40, 80)} 600 372)"`,
    ),
    ...charms,
    clock(random, line, palette),
  ].join('')
}

function clock(
  random: Random,
  line: string,
  { pop, glow, deep, paper, ink, main }: Record<'pop' | 'glow' | 'deep' | 'paper' | 'ink' | 'main', string>,
): string {
  const rays = random.pick([16, 20, 24])
  const turn = random.next()
  const wires = range(rays).map((ray) => {
    const angle = turn + (ray / rays) * Math.PI * 2
    const long = ray % 2 === 0
    const end = polar(600, 372, long ? 300 : 236, angle)
    const tip = long
      ? fill(circle(...end, ray % 4 === 0 ? 21 : 13), ray % 4 === 0 ? pop : line)
      : fill(needle(angle, 215), main, `stroke="${line}" stroke-width="3"`)
    return stroke(`M600 372L${end.join(' ')}`, line, 4) + tip
  })
  const face = range(12).map((slice) =>
    fill(sector(600, 372, 0, 120, (slice * Math.PI) / 6, ((slice + 0.5) * Math.PI) / 6), pop),
  )
  return [
    ...wires,
    fill(circle(600, 372, 138), ink),
    fill(circle(600, 372, 130), deep),
    ...face,
    fill(circle(600, 372, 66), paper),
    fill(circle(600, 372, 44), glow),
    fill(circle(600, 372, 18), ink),
  ].join('')
}

/** A slim rhomb on a ray of the clock. */
const needle = (angle: number, reach: number) =>
  `M${[
    [reach + 62, 0],
    [reach, 0.07],
    [reach - 46, 0],
    [reach, -0.07],
  ]
    .map(([r, a]) => polar(600, 372, r as number, angle + (a as number)).join(' '))
    .join('L')}Z`

function burst(random: Random, x: number, y: number, r: number, line: string, heart: string): string {
  const ends = range(16).map((ray) =>
    polar(x, y, ray % 2 === 0 ? r : r * random.between(0.45, 0.7), (ray * Math.PI) / 8),
  )
  const tips = ends.filter((_, ray) => ray % 2 === 0).map(([tx, ty]) => circle(tx, ty, 7))
  return (
    stroke(
      ends.map((end) => `M${x} ${y}L${end.join(' ')}`),
      line,
      3.5,
    ) +
    fill(tips, line) +
    fill(circle(x, y, 20), heart)
  )
}

function diamond(id: string, x: number, y: number, r: number, colour: string, line: string, back: string): string {
  const shape = `M${x} ${y - r}Q${x + r * 0.12} ${y - r * 0.12} ${x + r * 0.62} ${y}Q${x + r * 0.12} ${y + r * 0.12} ${x} ${y + r}Q${x - r * 0.12} ${y + r * 0.12} ${x - r * 0.62} ${y}Q${x - r * 0.12} ${y - r * 0.12} ${x} ${y - r}Z`
  const half = fill(`M${x} ${y - r}V${y + r}H${x + r}V${y - r}Z`, mix(colour, back, 0.35))
  return clip(id, shape) + fill(shape, colour) + group(`clip-path="url(#${id})"`, half) + stroke(shape, line, 3)
}

const boomerang = (x: number, y: number, size: number, turn: number, colour: string, line: string) =>
  group(
    `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
    fill(BOOMERANG, colour),
    stroke(BOOMERANG, line, 4, 'transform="translate(9 -9)"'),
  )
