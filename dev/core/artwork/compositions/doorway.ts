import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { fill, ground, glow as light, linear } from '../paint.ts'
import { box, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A door opens in the dark; the light falls out in front of whoever stands there. */
export const doorway: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const dark = tone === 'night' ? ink : deep
  const [left, right, top, sill] = [505, 695, 150, 530]
  const skew = random.between(-150, 150)
  const guest = random.pick(['traveller', 'lady', 'child'] as const)
  const doors = random.pick([0, 0, 4])
  const ghosts = range(doors).map((index) => {
    const side = index % 2 === 0 ? -1 : 1
    const far = 250 + Math.floor(index / 2) * 215
    return (
      fill(box(600 + side * far - 70, 210, 140, 320), mix(dark, main, 0.3)) +
      fill(box(600 + side * far - 60, 220, 120, 310), mix(dark, ink, 0.5)) +
      fill(box(600 + side * far + 40, 380, 8, 8), glow)
    )
  })
  return [
    linear('wall', [0, 0, 0, sill], { 0: mix(dark, ink, 0.4), 1: mix(dark, main, 0.28) }),
    ground('url(#wall)'),
    linear('floor', [0, sill, 0, 800], { 0: mix(dark, main, 0.16), 1: ink }),
    fill(box(0, sill, 1200, 270), 'url(#floor)'),
    ...ghosts,
    light('air', 600, 350, 520, pop, 0.8),
    linear('carpet', [0, sill, 0, 800], { 0: mix(glow, paper, 0.4), 0.35: pop, 1: main }),
    fill(`M${left} ${sill} ${right} ${sill} ${right + 130 + skew} 820 ${left - 130 + skew} 820Z`, 'url(#carpet)'),
    fill(box(left - 22, top - 22, right - left + 44, sill - top + 22), mix(main, ink, 0.25)),
    linear('light', [0, top, 0, sill], { 0: glow, 0.6: mix(glow, paper, 0.7), 1: paper }),
    fill(box(left, top, right - left, sill - top), 'url(#light)'),
    fill(`M${left} ${top} ${left - 122} ${top - 44} ${left - 122} ${sill + 64} ${left} ${sill}Z`, mix(main, ink, 0.55)),
    fill(
      `M${left - 24} ${top + 26} ${left - 100} ${top + 6} ${left - 100} ${top + 150} ${left - 24} ${top + 152}Z`,
      mix(main, ink, 0.7),
    ),
    fill(
      `M${left - 24} ${top + 190} ${left - 100} ${top + 196} ${left - 100} ${sill + 22} ${left - 24} ${sill - 22}Z`,
      mix(main, ink, 0.7),
    ),
    fill(`M${left} ${top} ${left - 10} ${top - 4} ${left - 10} ${sill + 6} ${left} ${sill}Z`, glow),
    fill(
      `M594 ${sill + 24} 612 ${sill + 24} ${650 + skew * 0.9} 800 ${560 + skew * 0.9} 800Z`,
      ink,
      'fill-opacity=".75"',
    ),
    character(guest, 604, sill + 34, guest === 'child' ? 190 : 285, ink),
  ].join('')
}
