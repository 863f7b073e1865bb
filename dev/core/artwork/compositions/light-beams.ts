import { mix } from '../colour.ts'
import { crowdRow } from '../crowd.ts'
import { POSES, person } from '../figure.ts'
import { fill, glow, ground, linear } from '../paint.ts'
import { type Point, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** One performer against the light, beams above, hands below. */
export const lightBeams: Composition = ({ random, palette }) => {
  const { ink, deep, main, pop, glow: light, paper } = palette
  const stage = 585
  const pose = random.pick([POSES.singer, POSES.triumph, POSES.leaning])
  const beams = random.whole(3, 4)
  const spread = random.between(0.9, 1.5)
  return [
    linear('sky', [0, 0, 0, 640], { 0: ink, 0.55: deep, 1: mix(main, pop, 0.35) }),
    ground('url(#sky)'),
    glow('back', 600, 470, 500, pop, 0.95),
    ...range(beams * 2).map((index) => {
      const side = index % 2 === 0 ? -1 : 1
      const step = Math.floor(index / 2) + 0.5
      const foot: Point = [600 + side * step * 105, stage]
      return beam(
        `rise${index}`,
        foot,
        Math.PI * -0.5 + side * (step / beams) * spread * 0.75,
        22,
        index % 3 === 0 ? paper : light,
      )
    }),
    ...range(4).map((index) => {
      const lamp: Point = [150 + index * 300, -30]
      return beam(
        `fall${index}`,
        lamp,
        Math.PI * 0.5 + (600 - lamp[0]) * 0.0011 + random.between(-0.12, 0.12),
        34,
        index % 2 === 0 ? pop : light,
      )
    }),
    glow('halo', 600, 460, 250, paper, 0.95),
    fill(crowdRow(random, stage + 10, 22, 0.2), mix(deep, main, 0.5)),
    fill(person(pose, 600, stage + 4, 230), ink),
    fill(crowdRow(random, 640, 38, 0.4), mix(ink, deep, 0.75)),
    fill(crowdRow(random, 730, 62, 0.5), ink),
  ].join('')
}

function beam(id: string, from: Point, angle: number, width: number, colour: string): string {
  const far = 820
  const end: Point = [from[0] + Math.cos(angle) * far, from[1] + Math.sin(angle) * far]
  const across: Point = [-Math.sin(angle), Math.cos(angle)]
  const shape = `M${from[0] - across[0] * 5} ${from[1] - across[1] * 5} ${from[0] + across[0] * 5} ${from[1] + across[1] * 5} ${end[0] + across[0] * width * 3.2} ${end[1] + across[1] * width * 3.2} ${end[0] - across[0] * width * 3.2} ${end[1] - across[1] * width * 3.2}Z`
  return (
    linear(id, [...from, ...end], { 0: [colour, 0.8], 0.35: [colour, 0.3], 0.8: [colour, 0] }) +
    fill(shape, `url(#${id})`)
  )
}
