import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { box, circle, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

/** The tent at night, striped, lit from inside, flags up. */
export const bigTop: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [dark, pale] = night ? [pop, paper] : [random.pick([pop, main]), paper]
  const sky = night ? deep : deep
  const stripes = 13
  const roof = 'M600 150C640 250 760 330 930 390H270C440 330 560 250 600 150Z'
  const wall = 'M300 404H900L872 640H328Z'
  return [
    linear('sky', [0, 0, 0, 640], { 0: mix(sky, ink, 0.45), 1: sky }),
    ground('url(#sky)'),
    ...range(10).map((ray) =>
      fill(
        sector(600, 420, 0, 1100, Math.PI + ((ray + 0.25) * Math.PI) / 10, Math.PI + ((ray + 0.75) * Math.PI) / 10),
        glow,
        'fill-opacity=".12"',
      ),
    ),
    stars(random, 90, 420, paper),
    light('inside', 600, 470, 560, glow, 0.75),
    sheet('M-20 640Q300 585 600 620T1220 620V820H-20Z', mix(deep, ink, 0.55), 12),
    ...[-1, 1].map((side) => smallTent(600 + side * 400, 622, side, dark, pale, ink)),
    sheet(wall, pale, 20),
    clip('wall', wall),
    group(
      'clip-path="url(#wall)"',
      ...range(stripes)
        .filter((index) => index % 2 === 0)
        .map((index) => {
          const at = (share: number, half: number) => 600 + (share - 0.5) * half * 2
          return fill(
            `M${at(index / stripes, 300)} 400 ${at((index + 1) / stripes, 300)} 400 ${at((index + 1) / stripes, 272)} 644 ${at(index / stripes, 272)} 644Z`,
            dark,
          )
        }),
      linear('round', [328, 0, 872, 0], { 0: [ink, 0.45], 0.35: [ink, 0], 0.65: [ink, 0], 1: [ink, 0.5] }),
      fill(box(280, 400, 640, 250), 'url(#round)'),
    ),
    light('door', 600, 600, 230, glow, 0.8),
    fill('M600 452Q668 540 676 644H524Q532 540 600 452Z', mix(ink, main, 0.15)),
    fill('M600 480Q644 560 650 644H550Q556 560 600 480Z', glow),
    fill('M600 452Q560 540 470 620Q520 560 546 452Z', pale) +
      fill('M600 452Q640 540 730 620Q680 560 654 452Z', mix(pale, ink, 0.12)),
    sheet(roof, dark, 20),
    clip('roof', roof),
    group(
      'clip-path="url(#roof)"',
      ...range(stripes)
        .filter((index) => index % 2 === 1)
        .map((index) => {
          const at = (share: number) => 600 + (share - 0.5) * 700
          return fill(
            `M600 140Q${600 + (at(index / stripes) - 600) * 0.3} 290 ${at(index / stripes)} 400H${at((index + 1) / stripes)}Q${600 + (at((index + 1) / stripes) - 600) * 0.3} 290 600 140Z`,
            pale,
          )
        }),
      fill('M600 140Q700 290 940 400H700Q620 300 600 140Z', ink, 'fill-opacity=".18"'),
    ),
    ...range(11).map((index) => {
      const x = 270 + index * 60
      return sheet(`M${x} 388h60v26a30 30 0 0 1 -60 0Z`, index % 2 === 0 ? glow : dark, 6)
    }),
    fill(box(597, 78, 6, 80), ink),
    fill(`M603 82Q640 70 662 92T722 92Q700 110 712 124Q676 134 656 118T603 124Z`, glow),
    fill(circle(600, 76, 8), glow),
    ...[-1, 1].map((side) => bunting(side, [pop, glow, paper, main], ink)),
  ].join('')
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
