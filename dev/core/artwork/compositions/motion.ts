import { mix } from '../colour.ts'
import { POSES, type Pose, person } from '../figure.ts'
import { fill, ground, linear } from '../paint.ts'
import { box, circle, ellipse, type Point, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** One leap photographed many times on one plate. */
export const motion: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : mix(glow, paper, 0.4)
  const floor = 612
  const keys = random.pick([
    [POSES.kneel, POSES.arabesque, POSES.leap, POSES.arabesque],
    [POSES.spin, POSES.arabesque, POSES.leap, POSES.spin],
    [POSES.kneel, POSES.spin, POSES.leap, POSES.arabesque],
  ])
  const shots = random.whole(5, 7)
  const height = random.between(110, 150)
  const [start, end] = night ? [main, glow] : [mix(pop, paper, 0.35), deep]
  return [
    linear('wall', [0, 0, 0, floor], {
      0: night ? ink : back,
      1: night ? mix(deep, main, 0.4) : mix(back, paper, 0.4),
    }),
    ground('url(#wall)'),
    fill(circle(random.between(590, 680), random.between(310, 340), random.between(235, 275)), pop),
    fill(box(0, floor, 1200, 200), night ? ink : deep),
    ...range(shots).map((shot) => {
      const share = shot / (shots - 1)
      const lift = Math.sin(Math.min(1, share / 0.84) * Math.PI) * height
      const x = 150 + share * 580
      const last = shot === shots - 1
      const pose = blend(keys, share * 0.72)
      const colour = last ? (night ? paper : ink) : mix(start, end, share)
      return (
        fill(ellipse(x, floor + 44, 90 - lift * 0.2, 10), night ? main : ink, `fill-opacity="${0.08 + share * 0.18}"`) +
        fill(person(pose, x, floor + 38 - lift, 345), colour, `fill-opacity="${last ? 1 : 0.5 + share * 0.4}"`)
      )
    }),
  ].join('')
}

/** The pose `share` of the way through a list of poses. */
function blend(keys: readonly Pose[], share: number): Pose {
  const place = Math.min(0.9999, share) * (keys.length - 1)
  const [from, to] = [keys[Math.floor(place)] as Pose, keys[Math.floor(place) + 1] as Pose]
  const t = place % 1
  const point = (one: Point, other: Point): Point => [
    one[0] + (other[0] - one[0]) * t,
    one[1] + (other[1] - one[1]) * t,
  ]
  const pair = (one: Pose['arms'][0], other: Pose['arms'][0]) =>
    [point(one[0], other[0]), point(one[1], other[1])] as const
  const two = (one: Pose['arms'], other: Pose['arms']) => [pair(one[0], other[0]), pair(one[1], other[1])] as const
  return {
    head: point(from.head, to.head),
    neck: point(from.neck, to.neck),
    hip: point(from.hip, to.hip),
    arms: two(from.arms, to.arms),
    legs: two(from.legs, to.legs),
  }
}
