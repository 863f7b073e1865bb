import { fill } from './paint.ts'
import { range, sector } from './path.ts'

/** Sunrays: `count` wedges round a point, each as wide as the gap beside it, the first one at angle `turn`. */
export const rays = (x: number, y: number, count: number, turn: number, colour: string, more = ''): string => {
  const step = (Math.PI * 2) / count
  return fill(
    range(count).map((index) => sector(x, y, 0, 1150, turn + index * step, turn + (index + 0.5) * step)),
    colour,
    more,
  )
}
