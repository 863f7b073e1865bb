/**
 * SVG path data from points and angles. Closed shapes run clockwise on screen, so that those joined into one path add up instead of cutting holes.
 * Angles are radians, zero to the right, growing clockwise as on screen.
 */
export type Point = readonly [x: number, y: number]

const at = ([x, y]: Point) => `${x} ${y}`

export const polar = (x: number, y: number, radius: number, angle: number): Point => [
  x + radius * Math.cos(angle),
  y + radius * Math.sin(angle),
]

export const polygon = (points: readonly Point[]): string => `M${points.map(at).join('L')}Z`
export const polyline = (points: readonly Point[]): string => `M${points.map(at).join('L')}`

/** A curve through every point (Catmull–Rom turned into cubics), open at both ends. */
export function curve(points: readonly Point[]): string {
  return `M${at(points[0] as Point)}${cubics((index) => points[Math.min(points.length - 1, Math.max(0, index))] as Point, points.length - 1)}`
}

/** The same, closed into a loop. */
export function loop(points: readonly Point[]): string {
  const size = points.length
  return `M${at(points[0] as Point)}${cubics((index) => points[(index + size) % size] as Point, size)}Z`
}

function cubics(pointAt: (index: number) => Point, segments: number): string {
  let data = ''
  for (let index = 0; index < segments; index++) {
    const [before, from, to, after] = [-1, 0, 1, 2].map((step) => pointAt(index + step)) as [Point, Point, Point, Point]
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    data += `C${at(leave)} ${at(arrive)} ${at(to)}`
  }
  return data
}

export const circle = (x: number, y: number, radius: number): string => ellipse(x, y, radius, radius)

export const ellipse = (x: number, y: number, across: number, down: number): string => {
  const [rx, ry] = [across, down]
  return `M${at([x - across, y])}a${rx} ${ry} 0 1 1 ${2 * across} 0a${rx} ${ry} 0 1 1 ${-2 * across} 0Z`
}

export const box = (x: number, y: number, width: number, height: number): string =>
  `M${at([x, y])}h${width}v${height}h${-width}Z`

/** A slice of a ring (of a disc when `inner` is 0), less than a full turn. */
export function sector(x: number, y: number, inner: number, outer: number, from: number, to: number): string {
  const large = Math.abs(to - from) > Math.PI ? 1 : 0
  const start = polar(x, y, outer, from)
  const end = polar(x, y, outer, to)
  const edge = `M${at(start)}A${outer} ${outer} 0 ${large} 1 ${at(end)}`
  if (inner === 0) return `${edge}L${at([x, y])}Z`
  return `${edge}L${at(polar(x, y, inner, to))}A${inner} ${inner} 0 ${large} 0 ${at(polar(x, y, inner, from))}Z`
}

/** Evenly spread positions `0 … count-1`, for `map`. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
