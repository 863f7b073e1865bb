import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, range } from '../path.ts'
import { rays } from '../rays.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const STRIPES = 13
const ROOF = 'M600 150C640 250 760 330 930 390H270C440 330 560 250 600 150Z'
const WALL = 'M300 404H900L872 640H328Z'

/** The tent at night, striped, lit from inside, flags up. */
export const bigTop: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const cloth = tone === 'night' ? pop : random.pick([pop, main])
  return [
    linear('sky', [0, 0, 0, 640], { 0: mix(deep, ink, 0.45), 1: deep }),
    ground('url(#sky)'),
    rays(600, 420, 20, 0.08, glow, 'fill-opacity=".12"'),
    stars(random, 90, 420, paper),
    light('inside', 600, 470, 560, glow, 0.75),
    sheet('M-20 640Q300 585 600 620T1220 620V820H-20Z', mix(deep, ink, 0.55), 12),
    ...[-1, 1].map((side) => smallTent(600 + side * 400, 622, side, cloth, paper, ink)),
    ...walls(cloth, palette),
    ...roof(cloth, palette),
    fill(box(597, 78, 6, 80), ink),
    fill('M603 82Q640 70 662 92T722 92Q700 110 712 124Q676 134 656 118T603 124Z', glow),
    fill(circle(600, 76, 8), glow),
    ...[-1, 1].map((side) => bunting(side, [pop, glow, paper, main], ink)),
  ].join('')
}

function walls(cloth: string, { ink, main, glow, paper }: Palette): string[] {
  const at = (stripe: number, half: number) => 600 + (stripe / STRIPES - 0.5) * half * 2
  const stripes = range(STRIPES)
    .filter((stripe) => stripe % 2 === 0)
    .map((s) => `M${at(s, 300)} 400 ${at(s + 1, 300)} 400 ${at(s + 1, 272)} 644 ${at(s, 272)} 644Z`)
  return [
    sheet(WALL, paper, 20),
    clip('wall', WALL),
    linear('round', [328, 0, 872, 0], { 0: [ink, 0.45], 0.35: [ink, 0], 0.65: [ink, 0], 1: [ink, 0.5] }),
    group('clip-path="url(#wall)"', fill(stripes, cloth), fill(box(280, 400, 640, 250), 'url(#round)')),
    light('door', 600, 600, 230, glow, 0.8),
    fill('M600 452Q668 540 676 644H524Q532 540 600 452Z', mix(ink, main, 0.15)),
    fill('M600 480Q644 560 650 644H550Q556 560 600 480Z', glow),
    fill('M600 452Q560 540 470 620Q520 560 546 452Z', paper),
    fill('M600 452Q640 540 730 620Q680 560 654 452Z', mix(paper, ink, 0.12)),
  ]
}

function roof(cloth: string, { ink, glow, paper }: Palette): string[] {
  const at = (stripe: number) => (stripe / STRIPES - 0.5) * 700
  const stripes = range(STRIPES)
    .filter((stripe) => stripe % 2 === 1)
    .map(
      (s) =>
        `M600 140Q${600 + at(s) * 0.3} 290 ${600 + at(s)} 400H${600 + at(s + 1)}Q${600 + at(s + 1) * 0.3} 290 600 140Z`,
    )
  return [
    sheet(ROOF, cloth, 20),
    clip('roof', ROOF),
    group(
      'clip-path="url(#roof)"',
      fill(stripes, paper),
      fill('M600 140Q700 290 940 400H700Q620 300 600 140Z', ink, 'fill-opacity=".18"'),
    ),
    ...range(11).map((flap) =>
      sheet(`M${270 + flap * 60} 388h60v26a30 30 0 0 1 -60 0Z`, flap % 2 === 0 ? glow : cloth, 6),
    ),
  ]
}

const bunting = (side: number, colours: string[], ink: string) => {
  const point = (share: number) =>
    [600 + side * (20 + share * 620), 140 + share * 150 + Math.sin(share * Math.PI) * 60] as const
  const line = range(21).map((step) => point(step / 20))
  return (
    stroke(`M${line.map(([x, y]) => `${x} ${y}`).join('L')}`, ink, 2.5) +
    range(11)
      .map((flag) => {
        const [x, y] = point((flag + 0.6) / 11.5)
        return fill(`M${x - 15} ${y - 2} ${x + 15} ${y + 3} ${x} ${y + 36}Z`, colours[flag % colours.length] as string)
      })
      .join('')
  )
}

const smallTent = (x: number, y: number, side: number, dark: string, pale: string, ink: string) =>
  sheet(`M${x} ${y - 190}L${x + 120} ${y - 90}L${x + 104} ${y + 12}H${x - 104}L${x - 120} ${y - 90}Z`, pale, 12) +
  range(3)
    .map(
      (index) =>
        fill(`M${x} ${y - 190} ${x - 84 + index * 68} ${y - 90} ${x - 50 + index * 68} ${y - 90}Z`, dark) +
        fill(box(x - 84 + index * 68, y - 90, 34, 102), dark),
    )
    .join('') +
  fill(`M${x - 124} ${y - 96}h248v16h-248Z`, mix(dark, ink, 0.3)) +
  fill(
    `M${x} ${y - 190} ${x + side * 120} ${y - 90} ${x + side * 104} ${y + 12} ${x + side * 30} ${y + 12}Z`,
    ink,
    'fill-opacity=".2"',
  ) +
  fill(`M${x - 2} ${y - 226}h4v40h-4ZM${x + 2} ${y - 226}l34 10l-34 11Z`, pale)
