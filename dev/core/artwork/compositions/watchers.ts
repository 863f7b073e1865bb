import { mix } from '../colour.ts'
import { clip, fill, ground, group } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

const SIZE = 150

/** Everybody is looking at the one who is not like the others. */
export const watchers: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const backs = night ? [deep, mix(deep, main, 0.5)] : [main, mix(main, glow, 0.3)]
  const target = [3 + random.whole(0, 1), random.whole(1, 2)] as const
  const [tx, ty] = [target[0] * SIZE + 75, target[1] * SIZE + 75 + 20]
  return [
    ground(backs[0] as string),
    ...range(7).flatMap((row) =>
      range(8).map((column) => {
        const [x, y] = [column * SIZE, row * SIZE + 20 - SIZE]
        const tile = fill(box(x, y, SIZE + 0.5, SIZE + 0.5), backs[(row + column) % 2] as string)
        if (column === target[0] && row - 1 === target[1])
          return fill(box(x, y, SIZE + 0.5, SIZE + 0.5), pop) + wink(x + 75, y + 75, ink)
        return (
          tile +
          eye(random, `e${row}x${column}`, x + 75, y + 75, Math.atan2(ty - y - 75, tx - x - 75), [
            paper,
            random.pick(night ? [pop, glow, main] : [pop, deep, glow]),
            ink,
            backs[(row + column + 1) % 2] as string,
          ])
        )
      }),
    ),
  ].join('')
}

type Parts = readonly [white: string, iris: string, pupil: string, lid: string]

function eye(
  random: Random,
  id: string,
  x: number,
  y: number,
  angle: number,
  [white, iris, pupil, lid]: Parts,
): string {
  const open = random.pick([1, 1, 0.72, 0.5])
  const almond = random.chance(0.5)
  const shape = almond
    ? `M${x - 66} ${y}Q${x} ${y - 82 * open} ${x + 66} ${y}Q${x} ${y + 82 * open} ${x - 66} ${y}Z`
    : circle(x, y, 56)
  const [px, py] = [x + Math.cos(angle) * 24, y + Math.sin(angle) * (almond ? 12 * open : 24)]
  return [
    fill(shape, white),
    clip(id, shape),
    group(
      `clip-path="url(#${id})"`,
      fill(circle(px, py, 31), iris),
      fill(circle(px, py, 17), pupil),
      fill(circle(px - 8, py - 9, 6), white),
      almond ? '' : fill(box(x - 60, y - 60, 120, 62 * (1 - open) * 1.5), lid),
    ),
  ].join('')
}

const wink = (x: number, y: number, ink: string) =>
  `<path d="M${x - 50} ${y - 6}Q${x} ${y + 44} ${x + 50} ${y - 6}" fill="none" stroke="${ink}" stroke-width="11" stroke-linecap="round"/><path d="M${x - 34} ${y + 20}l-12 18M${x} ${y + 30}v22M${x + 34} ${y + 20}l12 18" stroke="${ink}" stroke-width="8" stroke-linecap="round"/><path d="M${x - 44} ${y - 40}Q${x} ${y - 62} ${x + 44} ${y - 40}" fill="none" stroke="${ink}" stroke-width="9" stroke-linecap="round"/>`
