import { mix } from '../colour.ts'
import { fill, ground } from '../paint.ts'
import { circle, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

const TURN = Math.PI * 2
const BLACK_AFTER = [true, true, false, true, true, true, false]

/** A keyboard bent into a fan round a rising disc. */
export const piano: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const [x, y] = [600, 610]
  const keys = 28
  const [inner, outer] = [225, 470]
  const start = Math.PI * 1
  const step = Math.PI / keys
  const accents = new Set(range(random.whole(2, 4)).map(() => random.whole(5, keys - 6)))
  const black = (index: number) => BLACK_AFTER[index % 7] && index < keys - 1
  return [
    ground(tone === 'night' ? deep : main),
    ...range(9).map((ray) =>
      fill(
        sector(x, y, 0, 1300, start + ((ray * 2 + 0.5) * Math.PI) / 18, start + ((ray * 2 + 1.5) * Math.PI) / 18),
        tone === 'night' ? mix(deep, main, 0.35) : mix(main, glow, 0.35),
      ),
    ),
    fill(circle(x, y, outer + 34), ink),
    ...range(keys).map((key) =>
      fill(
        sector(x, y, inner, outer, start + key * step + 0.006, start + (key + 1) * step - 0.006),
        accents.has(key) ? pop : paper,
      ),
    ),
    ...range(keys)
      .filter(black)
      .map((key) =>
        fill(sector(x, y, inner + 95, outer, start + (key + 0.68) * step, start + (key + 1.32) * step), ink),
      ),
    fill(circle(x, y, inner - 14), pop),
    ...range(4).map((ring) => fill(circle(x, y, inner - 50 - ring * 44), ring % 2 === 0 ? glow : pop)),
    fill(sector(x, y, 0, 1400, 0, TURN / 2), ink),
    fill(sector(x, y, 0, inner - 14, 0, TURN / 2), pop, 'fill-opacity=".16"'),
    ...range(4).map((ring) => fill(sector(x, y, 0, inner - 50 - ring * 44, 0, TURN / 2), glow, 'fill-opacity=".07"')),
  ].join('')
}
