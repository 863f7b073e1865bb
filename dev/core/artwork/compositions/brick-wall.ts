import { mix } from '../colour.ts'
import { fill, ground, radial, stroke } from '../paint.ts'
import { box, circle, ellipse, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A cellar, a brick wall, a stool, one microphone: somebody is about to be funny. */
export const brickWall: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const brick = night ? main : main
  const mortar = mix(brick, ink, 0.62)
  const x = 600 + random.between(-40, 40)
  const bricks = range(15).flatMap((row) =>
    range(15).map((column) => {
      const shade = random.between(0, 0.32)
      return {
        data: box(column * 90 - (row % 2) * 45 - 30, row * 44 - 6, 84, 38),
        colour: mix(brick, random.chance(0.5) ? ink : pop, shade * 0.7),
      }
    }),
  )
  const stool = random.pick([-1, 1])
  return [
    ground(mortar),
    ...bricks.map(({ data, colour }) => fill(data, colour)),
    fill(box(0, 620, 1200, 200), mix(deep, ink, 0.4)),
    fill(
      range(9)
        .map(
          (plank) => `M${600 + (plank - 4) * 120} 620L${600 + (plank - 4) * 230} 800h4L${602 + (plank - 4) * 120} 620Z`,
        )
        .join(''),
      ink,
      'fill-opacity=".5"',
    ),
    radial('pool', x, 360, 300, { 0: [paper, 0.92], 0.86: [glow, 0.82], 0.9: [glow, 0.3], 1: [glow, 0] }),
    fill(circle(x, 360, 300), 'url(#pool)'),
    fill(ellipse(x, 690, 300, 52), mix(glow, paper, 0.3), 'fill-opacity=".5"'),
    radial('dark', x, 400, 820, { 0: [ink, 0], 0.36: [ink, 0], 0.7: [ink, 0.55], 1: [ink, 0.92] }),
    ground('url(#dark)'),
    stroke(`M${x + 18} 690V206`, ink, 8, 'stroke-opacity=".18" transform="translate(34 6)"'),
    fill(ellipse(x, 694, 86, 16), ink) + fill(ellipse(x, 690, 86, 14), mix(ink, deep, 0.6)),
    stroke(`M${x} 690V226`, ink, 11) + stroke(`M${x - 2} 690V226`, mix(ink, glow, 0.35), 3),
    fill(box(x - 11, 420, 22, 40), ink),
    `<g transform="rotate(${stool * -32} ${x} 226)">${fill(`M${x - 17} 236L${x - 30} 150H${x + 30}L${x + 17} 236Z`, ink)}${fill(`M${x - 44} 132a44 50 0 0 1 88 0v10a44 34 0 0 1 -88 0Z`, mix(deep, ink, 0.3))}${stroke(
      range(7)
        .map((line) => `M${x - 42} ${92 + line * 12}h84M${x - 42 + line * 14} 84v92`)
        .join(''),
      mix(glow, ink, 0.4),
      2,
      'stroke-opacity=".6"',
    )}${fill(box(x - 46, 134, 92, 13), pop)}${fill(ellipse(x - 18, 106, 9, 20), paper, 'fill-opacity=".7" transform="rotate(18 600 106)"')}</g>`,
    stroke(`M${x + 3} 250C${x + 60} 380 ${x - 50} 520 ${x + 60} 640S${x + 240} 690 ${x + 330} 740`, ink, 6),
    seat(x + stool * 190, ink, mix(pop, ink, 0.15), glow),
  ].join('')
}

const seat = (x: number, ink: string, cushion: string, glass: string) =>
  stroke(
    `M${x - 40} 510L${x - 62} 706M${x + 40} 510L${x + 62} 706M${x} 510V716M${x - 54} 630H${x + 54}`,
    ink,
    10,
    'stroke-linecap="round"',
  ) +
  fill(ellipse(x, 506, 66, 16), ink) +
  fill(ellipse(x, 496, 66, 15), cushion) +
  fill(`M${x - 14} 442h28l-4 52h-20Z`, glass, 'fill-opacity=".85"')
