import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { circle, ellipse, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const BODY = 'M600 168C760 168 800 300 796 400C792 540 712 628 600 628S408 540 404 400C400 300 440 168 600 168Z'
const BRANCH = 'M-20 640C200 600 420 640 640 622S1000 640 1220 560V606C1000 690 800 664 640 668S220 690 -20 700Z'
/** Where leaves leave the branch: x, y and degrees, three numbers each. */
const LEAVES = [130, 640, -50, 300, 620, -74, 985, 630, -40, 1090, 600, -66, 900, 650, 60, 230, 668, 70]

/** An owl on its branch before the moon, feathers row by row. */
export const owl: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? deep : mix(main, paper, 0.25)
  const moon = night ? glow : paper
  const horizon = night ? mix(sky, main, 0.5) : mix(glow, paper, 0.4)
  const coat = night ? main : deep
  const look = random.between(-9, 9)
  return [
    linear('sky', [0, 0, 0, 800], { 0: mix(sky, ink, night ? 0.5 : 0), 1: horizon }),
    ground('url(#sky)'),
    night ? stars(random, 120, 700, paper) : '',
    light('ring', 600, 380, 560, glow, 0.45),
    sheet(circle(600, 380, 318), moon, 16),
    fill(circle(420, 240, 34) + circle(800, 540, 46) + circle(760, 200, 20), mix(moon, main, 0.18)),
    sheet(BRANCH, mix(ink, main, 0.18), 14),
    ...leaves(night ? mix(main, glow, 0.25) : main, ink),
    ...body(palette, coat),
    ...[-1, 1].map((side) => wing(side, mix(coat, ink, side < 0 ? 0.3 : 0.42), paper)),
    ...[-1, 1].map((side) => eye(600 + side * 84, 318, side, look, palette, coat)),
    sheet('M572 352 628 352 600 420Z', pop, 6) + fill('M600 352 628 352 600 420Z', ink, 'fill-opacity=".2"'),
    ...[-1, 1].map((side) =>
      fill(
        [-22, 0, 22].map((toe) => ellipse(600 + side * 62 + toe, 634, 12, 20)),
        pop,
      ),
    ),
  ].join('')
}

const leaves = (colour: string, vein: string) =>
  range(LEAVES.length / 3).map((index) => {
    const [x, y, turn] = LEAVES.slice(index * 3)
    const leaf = sheet('M0 0Q50 -38 118 0Q50 38 0 0Z', colour, 8) + stroke('M0 0H104', vein, 2, 'stroke-opacity=".35"')
    return group(`transform="translate(${x} ${y}) rotate(${turn})"`, leaf)
  })

function body({ ink, pop, glow, paper }: Palette, coat: string): string[] {
  const rows = [mix(coat, pop, 0.1), mix(coat, pop, 0.35), mix(coat, paper, 0.3), mix(coat, glow, 0.45)]
  const feathers = [5, 4, 3, 2, 1, 0].map((row) => {
    const scales = range(9).map((column) => circle(408 + column * 54 + (row % 2) * 27, 676 - row * 44, 36))
    return fill(scales, rows[row % rows.length] as string) + stroke(scales, ink, 2, 'stroke-opacity=".18"')
  })
  return [
    sheet(BODY, coat, 22),
    sheet('M428 150 540 214 418 300ZM772 150 660 214 782 300Z', mix(coat, ink, 0.25), 10),
    clip('body', BODY),
    group('clip-path="url(#body)"', ...feathers, fill('M400 170H800V330Q700 420 600 392Q500 420 400 330Z', coat)),
  ]
}

function wing(side: number, colour: string, quill: string): string {
  const x = (out: number) => 600 + side * out
  const shape = `M${x(196)} 330C${x(260)} 430 ${x(250)} 560 ${x(150)} 640C${x(130)} 520 ${x(140)} 420 ${x(196)} 330Z`
  const quills = range(4).map((line) => `M${x(212 - line * 6)} ${400 + line * 46}q${-side * 30} 40 ${-side * 40} 70`)
  return sheet(shape, colour, 10) + stroke(quills, quill, 3, 'stroke-opacity=".3"')
}

function eye(x: number, y: number, side: number, look: number, palette: Palette, coat: string): string {
  const { pop, glow, paper, ink } = palette
  const out = (reach: number) => x + side * reach
  const disc = range(16).map((petal) => sector(x, y, 0, 96, (petal * Math.PI) / 8, ((petal + 0.55) * Math.PI) / 8))
  const brow = `M${out(-104)} ${y - 46}Q${x} ${y - 92} ${out(100)} ${y - 96}L${out(110)} ${y - 70}Q${x} ${y - 62} ${out(-104)} ${y - 46}Z`
  return [
    sheet(circle(x, y, 98), mix(coat, paper, 0.35), 8),
    fill(disc, mix(coat, paper, 0.6)),
    fill(circle(x, y, 68), paper),
    fill(circle(x, y, 54), pop),
    fill(circle(x, y, 46), glow),
    fill(circle(x + look, y + 2, 30), ink),
    fill(circle(x + look - 10, y - 9, 9) + circle(x + look + 10, y + 11, 4), paper),
    fill(brow, mix(coat, ink, 0.25)),
  ].join('')
}
