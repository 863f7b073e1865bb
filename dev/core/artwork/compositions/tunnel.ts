import { fill, ground } from '../paint.ts'
import { polar, polygon, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Frame within frame within frame, every one turned a little further. */
export const tunnel: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const sides = random.pick([3, 4, 6, 60])
  const frames = 30
  const twist = random.pick([-1, 1]) * random.between(0.05, 0.11)
  const [x, y] = [600 + random.between(-50, 50), 350 + random.between(-20, 20)]
  const far = tone === 'night' ? [ink, deep, main] : [deep, main, glow]
  const near = tone === 'night' ? [pop, glow, paper] : [pop, paper, paper]
  const drift = random.between(-3.4, 3.4)
  return [
    ground(ink),
    ...range(frames).map((index) => {
      const share = index / (frames - 1)
      const radius = 1150 * 0.865 ** index + 8
      const turn = index * (sides === 60 ? 0 : twist) - Math.PI / 2
      const shift = drift * (frames - index) * (sides === 60 ? 2 : 0.6)
      const shape = polygon(
        range(sides).map((corner) => polar(x + shift, y + shift * 0.4, radius, turn + (corner / sides) * Math.PI * 2)),
      )
      const list = index % 2 === 0 ? far : near
      const place = share * (list.length - 1)
      return fill(shape, list[Math.round(place)] as string)
    }),
  ].join('')
}
