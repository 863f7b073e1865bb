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
    carp(random, 'b', turn + Math.PI, [pop, paper, ink], ink, depth),
    ...pads(random, turn, night ? mix(main, deep, 0.5) : mix(deep, main, 0.35), ink, glow),
    ...range(2).map((index) =>
      lotus(...polar(600, 380, 470, turn + 1.5 + index * Math.PI), random.between(50, 66), pop, paper),
    ),
  ].join('')
}

type Coat = readonly [skin: string, patch: string, dark: string]

/** A body laid along an arc of the circle: head at the front, thin at the tail. */
function carp(random: Random, id: string, turn: number, coat: Coat, ink: string, depth: string): string {
  const { side, width, spine } = swim(turn)
  const p = (share: number, out: number) => side(share, out).join(' ')
  const outline = loop([
    ...range(15).map((step) => side(step / 14, width(step / 14))),
    ...range(15).map((step) => side(1 - step / 14, -width(1 - step / 14))),
  ])
  const tail = [1, -1].map(
    (flip) =>
      `M${spine(0.97).join(' ')}Q${p(1.12, flip * 22)} ${p(1.3, flip * 84)}Q${p(1.17, flip * 12)} ${spine(1.13).join(' ')}Z`,
  )
  const fin = (share: number, reach: number) =>
    [1, -1].map((flip) => {
      const root = width(share) * flip
      return `M${p(share, root * 0.8)}Q${p(share + 0.02, flip * reach)} ${p(share + 0.2, flip * (reach + 26))}Q${p(share + 0.2, root * 1.1)} ${p(share + 0.13, root * 0.8)}Z`
    })
  const whiskers = [1, -1].map((flip) => `M${p(0.01, flip * 14)}Q${p(-0.06, flip * 22)} ${p(-0.08, flip * 40)}`)
  return [
    fill(outline, depth, 'fill-opacity=".4" transform="translate(22 30)"'),
    fill([...fin(0.26, 104), ...fin(0.62, 66), ...tail], coat[0], 'fill-opacity=".82"'),
    sheet(outline, coat[0], 8),
    clip(`carp${id}`, outline),
    group(`clip-path="url(#carp${id})"`, ...markings(random, turn, coat, ink)),
    fill(
      polygon([side(0.36, 4), side(0.5, 16), side(0.66, 5), side(0.68, -4), side(0.5, -3)]),
      coat[2],
      'fill-opacity=".55"',
    ),
    fill(
      [1, -1].map((flip) => circle(...side(0.075, flip * width(0.075) * 0.72), 8)),
      ink,
    ),
    stroke(whiskers, coat[0], 4, 'stroke-linecap="round"'),
  ].join('')
}

/** Places on a fish that swims the arc starting at `turn`: `share` runs from nose to tail, `out` to its left. */
function swim(turn: number) {
  const spine = (share: number): Point => polar(600, 380, 205 + Math.sin(share * 5) * 16, turn + share * 2.35)
  const heading = (share: number) => {
    const [before, after] = [spine(share - 0.01), spine(share + 0.01)]
    return Math.atan2(after[1] - before[1], after[0] - before[0])
  }
  return {
    spine,
    side: (share: number, out: number): Point => polar(...spine(share), out, heading(share) + Math.PI / 2),
    width: (share: number) => 68 * Math.sin(Math.PI * (0.1 + 0.86 * (1 - share) ** 0.85)) ** 0.8 * (1 - share * 0.25),
  }
}

function markings(random: Random, turn: number, coat: Coat, ink: string): string[] {
  const { side, width } = swim(turn)
  const patches = [0.1, 0.34, 0.6, 0.84].map((share, index) => {
    const [x, y] = side(share, random.between(-30, 30))
    return loop(range(9).map((step) => polar(x, y, random.between(30, 58) - index * 4, (step / 9) * Math.PI * 2)))
  })
  const scales = range(60).map((index) => {
    const [step, row] = [Math.floor(index / 5), index % 5]
    const share = 0.26 + step * 0.052
    return circle(...side(share, (row - 2 + (step % 2) * 0.5) * width(share) * 0.38), width(share) * 0.26)
  })
  return [fill(patches, coat[1]), stroke(scales, ink, 1.6, 'stroke-opacity=".14"')]
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
