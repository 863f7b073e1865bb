import { mix } from '../colour.ts'
import { clip, fill, ground, group, radial, sheet, stroke } from '../paint.ts'
import { circle, ellipse, loop, type Point, polar, polygon, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** Two carp circling each other, seen through the surface. */
export const koi: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [shallow, depth] = night ? [main, ink] : [mix(main, glow, 0.35), deep]
  const turn = random.between(0, Math.PI * 2)
  const ripples = range(3).map(
    () => [random.between(180, 1020), random.between(80, 640), random.between(40, 90)] as const,
  )
  return [
    radial('pond', 600, 360, 760, { 0: shallow, 0.55: mix(shallow, depth, 0.55), 1: depth }),
    ground('url(#pond)'),
    ...range(5).map((ring) =>
      stroke(circle(600, 380, 110 + ring * 118), night ? glow : paper, 3, `stroke-opacity="${0.3 - ring * 0.045}"`),
    ),
    ...ripples.flatMap(([x, y, r]) =>
      range(3).map((ring) =>
        stroke(ellipse(x, y, r * (1 - ring * 0.3), r * (1 - ring * 0.3) * 0.9), paper, 2, 'stroke-opacity=".28"'),
      ),
    ),
    carp(random, 'a', turn, [paper, pop, mix(pop, ink, 0.25)], ink, depth),
    carp(random, 'b', turn + Math.PI, [night ? pop : pop, paper, night ? ink : ink], ink, depth),
    ...pads(random, turn, night ? mix(main, deep, 0.5) : mix(deep, main, 0.35), ink, glow),
    ...range(2).map((index) =>
      lotus(...polar(600, 380, 470, turn + 1.5 + index * Math.PI), random.between(50, 66), pop, paper),
    ),
  ].join('')
}

/** A body laid along an arc of the circle: head at the front, thin at the tail. */
function carp(
  random: Random,
  id: string,
  turn: number,
  coat: readonly [string, string, string],
  ink: string,
  depth: string,
): string {
  const spine = (share: number): Point => polar(600, 380, 205 + Math.sin(share * 5) * 16, turn + share * 2.35)
  const heading = (share: number) => {
    const [a, b] = [spine(share - 0.01), spine(share + 0.01)]
    return Math.atan2(b[1] - a[1], b[0] - a[0])
  }
  const width = (share: number) =>
    68 * Math.sin(Math.PI * (0.1 + 0.86 * (1 - share) ** 0.85)) ** 0.8 * (1 - share * 0.25)
  const side = (share: number, out: number): Point => polar(...spine(share), out, heading(share) + Math.PI / 2)
  const body = loop([
    ...range(15).map((step) => side(step / 14, width(step / 14))),
    ...range(15).map((step) => side(1 - step / 14, -width(1 - step / 14))),
  ])
  const tail = (flip: number) =>
    fill(
      `M${spine(0.97).join(' ')}Q${side(1.12, flip * 22).join(' ')} ${side(1.3, flip * 84).join(' ')}Q${side(1.17, flip * 12).join(' ')} ${spine(1.13).join(' ')}Z`,
      coat[0],
      'fill-opacity=".85"',
    )
  const fin = (share: number, flip: number, reach: number) =>
    fill(
      `M${side(share, flip * width(share) * 0.8).join(' ')}Q${side(share + 0.02, flip * reach).join(' ')} ${side(share + 0.2, flip * (reach + 26)).join(' ')}Q${side(share + 0.2, flip * width(share) * 1.1).join(' ')} ${side(share + 0.13, flip * width(share) * 0.8).join(' ')}Z`,
      coat[0],
      'fill-opacity=".8"',
    )
  const patches = [0.1, 0.34, 0.6, 0.84].map((share, index) => {
    const [x, y] = side(share, random.between(-30, 30))
    return loop(range(9).map((step) => polar(x, y, random.between(30, 58) - index * 4, (step / 9) * Math.PI * 2)))
  })
  const scales = range(12).flatMap((step) =>
    range(5).map((row) => {
      const share = 0.26 + step * 0.052
      const [x, y] = side(share, (row - 2 + (step % 2) * 0.5) * width(share) * 0.38)
      return circle(x, y, width(share) * 0.26)
    }),
  )
  const [eyeA, eyeB] = [side(0.075, width(0.075) * 0.72), side(0.075, -width(0.075) * 0.72)]
  return [
    fill(body, depth, 'fill-opacity=".4" transform="translate(22 30)"'),
    fin(0.26, 1, 104),
    fin(0.26, -1, 104),
    fin(0.62, 1, 66),
    fin(0.62, -1, 66),
    tail(1),
    tail(-1),
    sheet(body, coat[0], 8),
    clip(`carp${id}`, body),
    group(
      `clip-path="url(#carp${id})"`,
      fill(patches.join(''), coat[1]),
      stroke(scales.join(''), ink, 1.6, 'stroke-opacity=".14"'),
    ),
    fill(
      polygon([side(0.36, 4), side(0.5, 16), side(0.66, 5), side(0.68, -4), side(0.5, -3)]),
      coat[2],
      'fill-opacity=".55"',
    ),
    fill(circle(...eyeA, 8) + circle(...eyeB, 8), ink),
    stroke(
      `M${side(0.01, 14).join(' ')}Q${side(-0.06, 22).join(' ')} ${side(-0.08, 40).join(' ')}M${side(0.01, -14).join(' ')}Q${side(-0.06, -22).join(' ')} ${side(-0.08, -40).join(' ')}`,
      coat[0],
      4,
      'stroke-linecap="round"',
    ),
  ].join('')
}

const pads = (random: Random, turn: number, leaf: string, ink: string, vein: string) =>
  range(7).map((index) => {
    const [x, y] = polar(600, 390, random.between(450, 620), turn + index * 0.9 + random.between(-0.2, 0.2))
    const [r, cut] = [random.between(46, 92), random.between(0, 6)]
    const shape = `M${x} ${y}L${polar(x, y, r, cut).join(' ')}A${r} ${r} 0 1 1 ${polar(x, y, r, cut - 0.5).join(' ')}Z`
    const veins = range(8)
      .map((line) => `M${x} ${y}L${polar(x, y, r * 0.85, cut + 0.4 + line * 0.68).join(' ')}`)
      .join('')
    return (
      fill(shape, ink, 'fill-opacity=".3" transform="translate(10 14)"') +
      fill(shape, mix(leaf, vein, random.between(0, 0.2))) +
      stroke(veins, vein, 2, 'stroke-opacity=".35"')
    )
  })

const lotus = (x: number, y: number, r: number, colour: string, paper: string) =>
  [10, 7]
    .map((count, ring) =>
      range(count)
        .map(
          (index) =>
            `<g transform="translate(${x} ${y}) rotate(${(index / count) * 360 + ring * 20})">${fill(`M0 0Q${-r * 0.3} ${-r * 0.5} 0 ${-r * (1 - ring * 0.34)}Q${r * 0.3} ${-r * 0.5} 0 0Z`, mix(colour, paper, 0.45 + ring * 0.25 + (index % 2) * 0.1))}</g>`,
        )
        .join(''),
    )
    .join('') + fill(circle(x, y, r * 0.16), mix(colour, paper, 0.2))
