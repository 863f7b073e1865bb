import { mix } from '../colour.ts'
import { fill, ground, glow as light, stroke } from '../paint.ts'
import { circle, curve, type Point, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** Movement and nothing else: silk that turns over itself. */
export const ribbons: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? ink : paper
  const sets = night
    ? [
        [deep, main],
        [main, pop],
        [pop, glow],
      ]
    : [
        [glow, pop],
        [pop, main],
        [main, deep],
      ]
  return [
    ground(back),
    light('aura', 600, 380, 640, night ? deep : glow, night ? 1 : 0.7),
    fill(circle(600 + random.between(-80, 80), 360, 190), night ? mix(pop, deep, 0.25) : mix(glow, paper, 0.2)),
    ...sets.map(([from, to], index) =>
      ribbon(random, 250 + index * 120, from as string, to as string, night ? glow : paper),
    ),
  ].join('')
}

/** Many threads between two edges; where the edges cross, the ribbon shows its other side. */
function ribbon(random: Random, height: number, from: string, to: string, shine: string): string {
  const threads = 34
  const [phase, pace, lift] = [random.between(0, 6), random.between(1.5, 2.3), random.between(130, 210)]
  const twist = random.between(0, 6)
  const point = (thread: number, step: number): Point => {
    const share = step / 18
    const middle = height + Math.sin(share * pace * Math.PI + phase) * lift * Math.sin(Math.PI * (0.2 + share * 0.7))
    const turn = twist + share * 5.2
    const across = (thread / (threads - 1) - 0.5) * 2
    const width = 96 + 60 * Math.sin(share * Math.PI)
    return [-80 + share * 1360 + across * Math.cos(turn) * 90, middle + across * Math.sin(turn) * width]
  }
  return range(threads)
    .map((thread) => {
      const share = thread / (threads - 1)
      const sheen = Math.exp(-(((share - 0.62) / 0.12) ** 2)) * 0.34
      return stroke(curve(range(19).map((step) => point(thread, step))), mix(mix(from, to, share), shine, sheen), 10)
    })
    .join('')
}
