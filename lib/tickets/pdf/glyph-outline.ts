/** A drawing command of a font's outline, in font units. */
export interface PathCommand {
  readonly command: string
  readonly args: readonly number[]
}

interface Point {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

/**
 * An outline as an entry of a TrueType `glyf` table: whole numbers, no instructions, every coordinate as two bytes. The
 * PDF is compressed anyway, so the short forms would save next to nothing. Nothing drawn is nothing written.
 */
export function encodeOutline(commands: readonly PathCommand[]): Uint8Array {
  const contours = contoursOf(commands).filter((contour) => contour.length > 0)
  const points = contours.flat()
  if (points.length === 0) return new Uint8Array()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const header = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  let last = -1
  const ends = contours.map((contour) => (last += contour.length))
  const size = 10 + 2 * ends.length + 2 + 5 * points.length
  const bytes = new Uint8Array(size + (size % 4 === 0 ? 0 : 4 - (size % 4)))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const word of [...header, ...ends, 0]) {
    view.setInt16(at, word)
    at += 2
  }
  for (const { onCurve } of points) bytes[at++] = onCurve ? 1 : 0
  for (const values of [xs, ys])
    for (const [index, value] of values.entries()) {
      view.setInt16(at, value - (values[index - 1] ?? 0))
      at += 2
    }
  return bytes
}

/** Quadratic outlines only: that is what TrueType knows. @throws Error for a cubic one */
function contoursOf(commands: readonly PathCommand[]): Point[][] {
  const contours: Point[][] = []
  const add = (x = 0, y = 0, onCurve = true) => contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), onCurve })
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([])
    if (command === 'moveTo' || command === 'lineTo') add(args[0], args[1])
    else if (command === 'quadraticCurveTo') {
      add(args[0], args[1], false)
      add(args[2], args[3])
    } else if (command !== 'closePath') throw new Error(`TrueType has no ${command}`)
  }
  return contours.map(withoutClosingPoint)
}

/** A contour closes by itself; its beginning said once more would be a point on top of another. */
function withoutClosingPoint(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)]
  const closed = contour.length > 1 && last?.onCurve && first?.x === last.x && first.y === last.y
  return closed ? contour.slice(0, -1) : contour
}
