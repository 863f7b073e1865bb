import { mix } from '../colour.ts'
import { fill, ground, group, radial, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, ellipse, range } from '../path.ts'
import type { Composition, Scene } from '../scene.ts'

/** A cellar, a brick wall, a stool, one microphone: somebody is about to be funny. */
export const brickWall: Composition = (scene) => {
  const { random, palette } = scene
  const { ink, deep, pop, glow, paper } = palette
  const x = 600 + random.between(-40, 40)
  const stool = random.pick([-1, 1])
  const planks = range(9).map(
    (plank) => `M${120 + plank * 120} 620L${-320 + plank * 230} 800h4L${122 + plank * 120} 620Z`,
  )
  return [
    ...bricks(scene),
    fill(box(0, 620, 1200, 200), mix(deep, ink, 0.4)),
    fill(planks, ink, 'fill-opacity=".5"'),
    radial('pool', x, 360, 300, { 0: [paper, 0.92], 0.86: [glow, 0.82], 0.9: [glow, 0.3], 1: [glow, 0] }),
    fill(circle(x, 360, 300), 'url(#pool)'),
    fill(ellipse(x, 690, 300, 52), mix(glow, paper, 0.3), 'fill-opacity=".5"'),
    radial('dark', x, 400, 820, { 0: [ink, 0], 0.36: [ink, 0], 0.7: [ink, 0.55], 1: [ink, 0.92] }),
    ground('url(#dark)'),
    ...stand(x, palette),
    group(`transform="translate(${x} 226) rotate(${stool * -32})"`, ...head(palette)),
    stroke(`M${x + 3} 250C${x + 60} 380 ${x - 50} 520 ${x + 60} 640S${x + 240} 690 ${x + 330} 740`, ink, 6),
    seat(x + stool * 190, ink, mix(pop, ink, 0.15), glow),
  ].join('')
}

function bricks({ random, palette }: Scene): string[] {
  const { ink, main, pop } = palette
  const wall = range(15 * 15).map((index) => {
    const [row, column] = [Math.floor(index / 15), index % 15]
    const colour = mix(main, random.chance(0.5) ? ink : pop, random.between(0, 0.22))
    return fill(box(column * 90 - (row % 2) * 45 - 30, row * 44 - 6, 84, 38), colour)
  })
  return [ground(mix(main, ink, 0.62)), ...wall]
}

const stand = (x: number, { ink, deep, glow }: Palette): string[] => [
  stroke(`M${x + 52} 696V212`, ink, 8, 'stroke-opacity=".18"'),
  fill(ellipse(x, 694, 86, 16), ink) + fill(ellipse(x, 690, 86, 14), mix(ink, deep, 0.6)),
  stroke(`M${x} 690V226`, ink, 11) + stroke(`M${x - 2} 690V226`, mix(ink, glow, 0.35), 3),
  fill(box(x - 11, 420, 22, 40), ink),
]

/** The microphone itself, upright, the joint with its stand at 0, 0. */
const head = ({ ink, deep, pop, glow, paper }: Palette): string[] => [
  fill('M-17 10L-30 -76H30L17 10Z', ink),
  fill('M-44 -94a44 50 0 0 1 88 0v10a44 34 0 0 1 -88 0Z', mix(deep, ink, 0.3)),
  stroke(
    range(7).map((line) => `M-42 ${-134 + line * 12}h84M${-42 + line * 14} -142v92`),
    mix(glow, ink, 0.4),
    2,
    'stroke-opacity=".6"',
  ),
  fill(box(-46, -92, 92, 13), pop),
  fill(ellipse(-18, -118, 9, 20), paper, 'fill-opacity=".7" transform="rotate(18 -18 -118)"'),
]

function seat(x: number, ink: string, cushion: string, glass: string): string {
  const legs = `M${x - 40} 510L${x - 62} 706M${x + 40} 510L${x + 62} 706M${x} 510V716M${x - 54} 630H${x + 54}`
  return [
    stroke(legs, ink, 10, 'stroke-linecap="round"'),
    fill(ellipse(x, 506, 66, 16), ink),
    fill(ellipse(x, 496, 66, 15), cushion),
    fill(`M${x - 14} 442h28l-4 52h-20Z`, glass, 'fill-opacity=".85"'),
  ].join('')
}
