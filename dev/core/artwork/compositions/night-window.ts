import { bust } from '../character.ts'
import { mix } from '../colour.ts'
import { clip, fill, glow, ground, group, linear, stroke } from '../paint.ts'
import { box, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition, Scene } from '../scene.ts'

/** A house front at night. One window is awake. */
export const nightWindow: Composition = (scene) => {
  const { random, palette } = scene
  const { ink, deep, main, pop, paper } = palette
  const wall = mix(ink, deep, 0.85)
  const frame = mix(deep, main, 0.55)
  const bricks = range(40 * 26)
    .filter(() => random.chance(0.16))
    .map((index) => box((index % 26) * 48 + (Math.floor(index / 26) % 2) * 24, Math.floor(index / 26) * 21, 44, 18))
  const asleep = range(21).filter((index) => index !== 10)
  return [
    linear('wall', [0, 0, 1200, 800], { 0: mix(deep, main, 0.3), 0.5: wall, 1: ink }),
    ground('url(#wall)'),
    fill(bricks, mix(wall, main, 0.35), 'fill-opacity=".35"'),
    ...asleep.map((index) =>
      darkWindow(random, 30 + (index % 7) * 170, -115 + Math.floor(index / 7) * 310, ink, frame, wall),
    ),
    glow('spill', 600, 330, 520, pop, 0.55),
    ...[-1, 1].map((side) => shutter(600 + side * 152, mix(main, ink, 0.3), mix(ink, deep, 0.5))),
    ...litWindow(scene),
    random.chance(0.5) ? rain(random, paper) : '',
  ].join('')
}

const shutter = (x: number, wood: string, gap: string) =>
  fill(box(x - 40, 172, 80, 316), wood) +
  fill(
    range(13).map((slat) => box(x - 30, 186 + slat * 23, 60, 11)),
    gap,
  )

function litWindow({ random, palette }: Scene): string[] {
  const { ink, deep, main, pop, glow: light, paper } = palette
  const guests = random.chance(0.6)
    ? bust(552, 336, 60, random.chance(0.5)) + bust(654, 352, 56, random.chance(0.5))
    : bust(600, 336, 60, random.chance(0.5))
  return [
    fill(box(478, 152, 244, 352), mix(deep, main, 0.7)),
    linear('room', [600, 172, 600, 488], { 0: mix(light, paper, 0.5), 1: pop }),
    clip('pane', box(494, 168, 212, 320)),
    group(
      'clip-path="url(#pane)"',
      fill(box(494, 168, 212, 320), 'url(#room)'),
      fill('M494 168h74q-6 210 -74 300ZM706 168h-74q6 210 74 300Z', mix(pop, main, 0.5)),
      fill(`M596 168h8v40h24l-12 26h-32l-12 -26h24Z${guests}`, ink),
    ),
    fill(box(596, 168, 8, 320) + box(494, 296, 212, 8), mix(deep, main, 0.7)),
    stroke(box(494, 168, 212, 320), ink, 5),
    fill(box(462, 500, 276, 24), mix(main, light, 0.25)),
    fill(box(474, 524, 252, 14), ink, 'fill-opacity=".5"'),
  ]
}

function rain(random: Random, colour: string): string {
  const drops = range(90).map(() => {
    const [x, y, length] = [random.between(-40, 1240), random.between(-60, 800), random.between(24, 70)]
    return `M${x} ${y}l${length * -0.22} ${length}`
  })
  return stroke(drops, colour, 1.6, 'stroke-opacity=".28"')
}

function darkWindow(random: Random, x: number, y: number, glass: string, frame: string, wall: string): string {
  const blind = random.between(0.1, 0.8)
  return [
    fill(box(x - 12, y - 12, 144, 224), mix(frame, wall, 0.35)),
    fill(box(x, y, 120, 200), glass),
    fill(box(x, y, 120, 200 * blind), mix(glass, frame, 0.35)),
    fill(
      range(Math.floor(blind * 16)).map((slat) => box(x, y + slat * 12.5, 120, 2)),
      glass,
    ),
    fill(box(x + 57, y, 6, 200) + box(x, y + 84, 120, 6), mix(frame, wall, 0.35)),
    fill(box(x - 20, y + 208, 160, 13), frame),
  ].join('')
}
