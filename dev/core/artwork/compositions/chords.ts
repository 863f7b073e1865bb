import { mix } from '../colour.ts'
import { fill, ground, glow as light, stroke } from '../paint.ts'
import { circle, polar, polyline, range } from '../path.ts'
import type { Composition } from '../scene.ts'

const PINS = 252

/** Thread stretched over a round frame from pin to pin; the curves appear by themselves. */
export const chords: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const back = tone === 'night' ? ink : paper
  const factor = random.pick([2, 3, 4, 5])
  const turn = random.pick([Math.PI, Math.PI / 2, -Math.PI / 2])
  const [x, y, radius] = [600, 380, 350]
  const shades = range(12).map((index) =>
    tone === 'night'
      ? mix(mix(glow, pop, index / 8 > 1 ? 1 : index / 8), main, Math.max(0, index - 8) / 4)
      : mix(pop, deep, index / 11),
  )
  const threads = shades.map((colour, shade) =>
    stroke(
      range(PINS / 12).map((step) => {
        const pin = shade * (PINS / 12) + step
        const angle = (value: number) => turn + (value / PINS) * Math.PI * 2
        return polyline([polar(x, y, radius, angle(pin)), polar(x, y, radius, angle((pin * factor) % PINS))])
      }),
      colour,
      2.3,
      'stroke-opacity=".85"',
    ),
  )
  return [
    ground(back),
    tone === 'night'
      ? light('aura', x, y, 640, deep, 1)
      : fill(circle(x, y, radius + 400), mix(paper, glow, 0.7)) + fill(circle(x, y, radius + 26), paper),
    ...threads,
    stroke(circle(x, y, radius), tone === 'night' ? paper : ink, 3),
    fill(
      range(PINS / 4).map((pin) => {
        const [px, py] = polar(x, y, radius + 14, (pin / (PINS / 4)) * Math.PI * 2)
        return circle(px, py, 2.2)
      }),
      tone === 'night' ? glow : ink,
    ),
  ].join('')
}
