import { limb } from './figure.ts'
import { box, ellipse, polygon } from './path.ts'
import type { Random } from './random.ts'
import { HEIGHT, WIDTH } from './scene.ts'

/** A row of people seen from behind, `size` being a head's height; arms go up at the given probability. */
export function crowdRow(random: Random, y: number, size: number, arms: number): string {
  let data = box(0, y + size * 1.05, WIDTH, HEIGHT - y)
  for (let x = -size * random.next(); x < WIDTH + size; x += size * random.between(1.15, 1.7)) {
    data += onlooker(random, x, y + size * random.between(-0.25, 0.3), size, random.chance(arms))
  }
  return data
}

function onlooker(random: Random, x: number, y: number, size: number, arms: boolean): string {
  const head = ellipse(x, y, size * random.between(0.34, 0.4), size * 0.5)
  const hair = random.chance(0.35) ? ellipse(x, y + size * 0.18, size * 0.47, size * 0.58) : ''
  const shoulders = limb([x - size * 0.55, y + size], [x + size * 0.55, y + size], size * 0.38, size * 0.38)
  const neck = limb([x, y], [x, y + size], size * 0.2, size * 0.3)
  return head + hair + neck + shoulders + (arms ? raisedArms(random, x, y, size) : '')
}

function raisedArms(random: Random, x: number, y: number, size: number): string {
  const sides = random.chance(0.45) ? [-1, 1] : [random.pick([-1, 1])]
  return sides.map((side) => raisedArm(random, x + side * size * 0.66, y + size * 0.85, size, side)).join('')
}

function raisedArm(random: Random, x: number, y: number, size: number, side: number): string {
  const elbow = [x + side * size * random.between(0.05, 0.5), y - size * random.between(0.7, 1)] as const
  const hand = [
    elbow[0] - side * size * random.between(-0.1, 0.4),
    elbow[1] - size * random.between(0.8, 1.15),
  ] as const
  const arm = limb([x, y], elbow, size * 0.22, size * 0.16) + limb(elbow, hand, size * 0.16, size * 0.11)
  const palm = ellipse(hand[0], hand[1] - size * 0.1, size * 0.14, size * 0.2)
  return arm + palm + (random.chance(0.3) ? fingers(hand[0], hand[1] - size * 0.2, size) : '')
}

/** First and last finger up: the greeting of loud music. */
const fingers = (x: number, y: number, size: number) =>
  [-1, 1]
    .map((side) =>
      polygon([
        [x + side * size * 0.04, y + size * 0.1],
        [x + side * size * 0.09, y - size * 0.3],
        [x + side * size * 0.15, y - size * 0.28],
        [x + side * size * 0.14, y + size * 0.12],
      ]),
    )
    .join('')
