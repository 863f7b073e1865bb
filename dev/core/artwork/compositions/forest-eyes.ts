import { mix } from '../colour.ts'
import { limb, POSES, person } from '../figure.ts'
import { fill, ground, glow as light, linear } from '../paint.ts'
import { circle, ellipse, type Point, polygon, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A wood by night, a lantern, and the ones who watch. */
export const forestEyes: Composition = ({ random, palette }) => {
  const { ink, deep, main, pop, glow, paper } = palette
  const walkerX = 600 + random.between(-70, 70)
  const mist = mix(main, glow, 0.35)
  const layers = range(4).map((index) => {
    const share = index / 3
    const colour = mix(mix(mist, main, 0.6), ink, 0.12 + share * 0.88)
    const trunks = range(11 - index * 2).map((tree) => {
      const spread = 1200 / (11 - index * 2)
      const x = (tree + 0.5) * spread + random.between(-0.3, 0.3) * spread
      if (Math.abs(x - walkerX) < 70 + index * 70) return ''
      return trunk(random, x, 16 + index * 15 + random.between(0, 8), index)
    })
    const soil = `M0 ${585 + index * 52}Q300 ${560 + index * 52} 600 ${590 + index * 52}T1200 ${575 + index * 52}V800H0Z`
    return fill(trunks.join('') + soil, colour) + eyes(random, index, walkerX, index % 2 === 0 ? glow : pop, ink)
  })
  return [
    linear('air', [0, 0, 0, 620], { 0: deep, 0.7: mix(main, glow, 0.12), 1: mist }),
    ground('url(#air)'),
    light('moonlight', walkerX, 300, 430, glow, 0.75),
    fill(circle(walkerX, 270, 120), mix(glow, paper, 0.6)),
    layers[0],
    layers[1],
    light('lantern', walkerX + 34, 585, 210, pop, 0.95),
    layers[2],
    fill(person(POSES.leaning, walkerX, 690, 140), ink),
    fill(`M${walkerX - 30} 690l14 -86q12 -24 28 0l16 86Z`, ink),
    fill(circle(walkerX + 51, 604, 11), paper),
    light('flame', walkerX + 51, 604, 90, glow, 0.9),
    layers[3],
  ].join('')
}

function trunk(random: Random, x: number, width: number, layer: number): string {
  const lean = random.between(-30, 30)
  const points: Point[] = [
    [x - width * 0.55 + lean, -20],
    [x + width * 0.55 + lean, -20],
    [x + width * 0.6, 480],
    [x + width * 1.5, 860],
    [x - width * 1.5, 860],
    [x - width * 0.6, 480],
  ]
  const branches = range(random.whole(2, 4)).map((index) => {
    const [side, y, reach] = [
      random.pick([-1, 1]),
      random.between(20, 340) + index * 14,
      random.between(70, 170) + layer * 16,
    ]
    const root: Point = [x + lean * (1 - y / 480), y]
    const elbow: Point = [root[0] + side * reach * 0.55, y - reach * random.between(0.12, 0.3)]
    const tip: Point = [root[0] + side * reach, y - reach * random.between(0.45, 0.75)]
    const twig: Point = [elbow[0] + side * reach * 0.45, elbow[1] - reach * random.between(-0.12, 0.1)]
    return (
      limb(root, elbow, width * 0.3, width * 0.16) +
      limb(elbow, tip, width * 0.15, 1) +
      limb(elbow, twig, width * 0.12, 1)
    )
  })
  return polygon(points) + branches.join('')
}

function eyes(random: Random, layer: number, away: number, colour: string, pupil: string): string {
  return range(random.whole(2, 4))
    .map(() => {
      const x = random.between(60, 1140)
      if (Math.abs(x - away) < 170) return ''
      const [y, size] = [random.between(250, 560), 8 + layer * 3]
      const lids = random.pick([1, 1, 0.55])
      return (
        fill(ellipse(x - size * 1.5, y, size, size * lids) + ellipse(x + size * 1.5, y, size, size * lids), colour) +
        fill(
          ellipse(x - size * 1.35, y, size * 0.32, size * 0.8 * lids) +
            ellipse(x + size * 1.65, y, size * 0.32, size * 0.8 * lids),
          pupil,
        )
      )
    })
    .join('')
}
