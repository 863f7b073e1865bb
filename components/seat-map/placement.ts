import type { Point, Size, ViewBox } from './view-box.ts'

/** How a part of the hall lies in its window: where its left upper corner is and how long a seat width is, in CSS pixels. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** As large as fits and in the middle, which is what a `viewBox` does by itself. */
export function placedIn(window: Size, view: ViewBox): Placement {
  const scale = Math.min(window.width / view.width, window.height / view.height)
  return { x: (window.width - view.width * scale) / 2, y: (window.height - view.height * scale) / 2, scale }
}

/** A point of the screen, in pixels from the window's left upper corner. */
export const inside = (
  window: { readonly left: number; readonly top: number },
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point => ({ x: clientX - window.left, y: clientY - window.top })

/** A point of the window, in pixels from its left upper corner, as a place in the hall. */
export function placeAt(point: Point, view: ViewBox, window: Size): Point {
  const { x, y, scale } = placedIn(window, view)
  return { x: view.x + (point.x - x) / scale, y: view.y + (point.y - y) / scale }
}

/**
 * The CSS `transform` (from the left upper corner) that makes the drawing of one view look like another one. Both have the
 * window's middle in common, so no more than a scale and a distance is needed.
 */
export function transformTo(wanted: ViewBox, drawn: ViewBox, window: Size): string {
  const { x, y, scale } = placedIn(window, drawn)
  const nearer = drawn.width / wanted.width
  const shift = (from: number, to: number, margin: number) => margin + nearer * ((from - to) * scale - margin)
  const [right, down] = [shift(drawn.x, wanted.x, x), shift(drawn.y, wanted.y, y)]
  return `translate(${right}px, ${down}px) scale(${nearer})`
}
