import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { fill, glow, ground, linear } from '../paint.ts'
import { ellipse, type Point, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition, Scene } from '../scene.ts'

/** The curtain has just been drawn: one light, one thing on the stage. */
export const curtain: Composition = (scene) => {
  const { random, palette } = scene
  const { ink, deep, main, pop, glow: light, paper } = palette
  const lamp: Point = [600 + random.between(-160, 160), -60]
  return [
    linear('stage', [0, 0, 0, 640], { 0: ink, 1: mix(ink, deep, 0.8) }),
    ground('url(#stage)'),
    linear('floor', [0, 585, 0, 800], { 0: mix(deep, ink, 0.2), 1: mix(ink, deep, 0.35) }),
    fill('M0 585H1200V800H0Z', 'url(#floor)'),
    glow('pool', 600, 640, 380, pop, 0.35),
    linear('beam', [lamp[0], 0, 600, 650], { 0: [paper, 0.75], 0.6: [light, 0.4], 1: [light, 0.28] }),
    fill(`M${lamp[0] - 12} -60 ${lamp[0] + 12} -60 805 650 395 650Z`, 'url(#beam)'),
    fill(ellipse(600, 650, 206, 44), mix(light, paper, 0.5), 'fill-opacity=".92"'),
    fill(ellipse(612, 656, 90, 14), ink, 'fill-opacity=".35"'),
    prop(random, ink),
    ...[-1, 1].map((side) => drape(scene, side, main, pop)),
    valance(main, ink, light),
  ].join('')
}

function prop(random: Random, ink: string): string {
  const kind = random.whole(0, 3)
  if (kind === 0) return fill(chair(600, 652), ink)
  if (kind === 1) return fill(ladder(600, 652), ink, 'fill-rule="evenodd"')
  return character(kind === 2 ? 'lady' : 'traveller', 600, 656, 265, ink)
}

const chair = (x: number, y: number) =>
  `M${x - 52} ${y}l10 -110h-8v-14h16l-8 -132q34 -16 70 0l-3 132h24v14h-6l12 110h-12l-16 -108h-50l-10 108Z`

const ladder = (x: number, y: number) =>
  `M${x - 12} ${y - 270}h24l66 270h-14l-20 -82h-88l-20 82h-14ZM${x - 40} ${y - 96}h80l-12 -48h-56ZM${x - 25} ${y - 158}h50l-10 -42h-30Z`

/** Half of the curtain: folds of five shades each, straight above and gathered to the side below. */
function drape({ random, palette }: Scene, side: number, main: string, pop: string): string {
  const folds = 8
  const dark = mix(main, palette.ink, 0.78)
  const shades = [dark, mix(main, palette.ink, 0.45), main, mix(main, pop, 0.55), mix(main, palette.ink, 0.2)]
  const strips = folds * shades.length
  const across = (value: number) => (side < 0 ? value : 1200 - value)
  const hem = range(folds).map(() => random.between(-10, 12))
  const edge = (strip: number) => {
    const share = (strip + (strip === strips ? 0 : 0.3)) / strips
    return { top: share * 345, knee: share * 300 + 14, low: share * 262 }
  }
  return range(strips)
    .map((index) => {
      const strip = strips - 1 - index
      const { top, knee, low } = edge(strip + 1)
      const data = `M${across(-8)} 0H${across(top)}C${across(top)} 300 ${across(knee)} 420 ${across(low)} ${790 + (hem[Math.floor(strip / 5)] as number)}L${across(-8)} 820Z`
      return fill(data, shades[strip % shades.length] as string)
    })
    .join('')
}

const valance = (main: string, ink: string, trim: string) =>
  range(8)
    .map((index) => {
      const x = index * 150
      const id = `swag${index}`
      return (
        linear(id, [0, 0, 0, 130], {
          0: mix(main, ink, 0.75),
          0.55: main,
          0.75: mix(main, ink, 0.25),
          1: mix(main, ink, 0.6),
        }) +
        fill(`M${x - 6} -10h162v46q-81 150 -162 0Z`, `url(#${id})`) +
        `<path d="M${x} 36q75 140 150 0" fill="none" stroke="${trim}" stroke-width="5" stroke-dasharray="2 5"/>`
      )
    })
    .join('')
