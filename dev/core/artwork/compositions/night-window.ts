import { bust } from '../character.ts'
import { mix } from '../colour.ts'
import { clip, fill, glow, ground, group, linear, stroke } from '../paint.ts'
import { box, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A house front at night. One window is awake. */
export const nightWindow: Composition = ({ random, palette }) => {
  const { ink, deep, main, pop, glow: light, paper } = palette
  const wall = mix(ink, deep, 0.85)
  const spots = range(3).flatMap((row) => range(7).map((column) => ({ row, column })))
  const guest = random.chance(0.6)
  const rain = random.chance(0.5)
  return [
    linear('wall', [0, 0, 1200, 800], { 0: mix(deep, main, 0.3), 0.5: wall, 1: ink }),
    ground('url(#wall)'),
    fill(
      range(40)
        .flatMap((row) =>
          range(26).map((brick) => (random.chance(0.16) ? box(brick * 48 + (row % 2) * 24, row * 21, 44, 18) : '')),
        )
        .join(''),
      mix(wall, main, 0.35),
      'fill-opacity=".35"',
    ),
    ...spots.map(({ row, column }) =>
      row === 1 && column === 3
        ? ''
        : darkWindow(random, 30 + column * 170, -115 + row * 310, palette.ink, mix(deep, main, 0.55), wall),
    ),
    glow('spill', 600, 330, 520, pop, 0.55),
    ...[-1, 1].map(
      (side) =>
        fill(box(600 + side * 152 - 40, 172, 80, 316), mix(main, ink, 0.3)) +
        fill(
          range(13)
            .map((slat) => box(600 + side * 152 - 30, 186 + slat * 23, 60, 11))
            .join(''),
          mix(ink, deep, 0.5),
        ),
    ),
    fill(box(478, 152, 244, 352), mix(deep, main, 0.7)),
    linear('room', [600, 172, 600, 488], { 0: mix(light, paper, 0.5), 1: pop }),
    clip('pane', box(494, 168, 212, 320)),
    group(
      'clip-path="url(#pane)"',
      fill(box(494, 168, 212, 320), 'url(#room)'),
      fill('M494 168h74q-6 210 -74 300Z', mix(pop, main, 0.5)),
      fill('M706 168h-74q6 210 74 300Z', mix(pop, main, 0.5)),
      fill('M596 168h8v40h24l-12 26h-32l-12 -26h24Z', ink),
      fill(
        bust(guest ? 552 : 600, 336, 60, random.chance(0.5)) + (guest ? bust(654, 352, 56, random.chance(0.5)) : ''),
        ink,
      ),
    ),
    fill(box(596, 168, 8, 320) + box(494, 296, 212, 8), mix(deep, main, 0.7)),
    stroke(box(494, 168, 212, 320), ink, 5),
    fill(box(462, 500, 276, 24), mix(main, light, 0.25)),
    fill(box(474, 524, 252, 14), ink, 'fill-opacity=".5"'),

    rain
      ? stroke(
          range(90)
            .map(() => {
              const [x, y, l] = [random.between(-40, 1240), random.between(-60, 800), random.between(24, 70)]
              return `M${x} ${y} ${x - l * 0.22} ${y + l}`
            })
            .join(''),
          paper,
          1.6,
          'stroke-opacity=".28"',
        )
      : '',
  ].join('')
}

function darkWindow(random: Random, x: number, y: number, glass: string, frame: string, wall: string): string {
  const blind = random.between(0.1, 0.8)
  return [
    fill(box(x - 12, y - 12, 144, 224), mix(frame, wall, 0.35)),
    fill(box(x, y, 120, 200), glass),
    fill(box(x, y, 120, 200 * blind), mix(glass, frame, 0.35)),
    fill(
      range(Math.floor(blind * 16))
        .map((slat) => box(x, y + slat * 12.5, 120, 2))
        .join(''),
      glass,
    ),
    fill(box(x + 57, y, 6, 200) + box(x, y + 84, 120, 6), mix(frame, wall, 0.35)),
    fill(box(x - 20, y + 208, 160, 13), frame),
  ].join('')
}
