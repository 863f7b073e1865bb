/** The part of the hall that is on screen, in seat widths. */
export interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Nearer than twelve seats across there is nothing more to see. */
const NEAREST_SEATS = 12

export const wholeHall = ({ width, height }: Size): ViewBox => ({ x: 0, y: 0, width, height })

/** Nearer by `factor` (> 1) or further away (< 1), keeping `at` where it is on screen. */
export function zoomed(view: ViewBox, hall: Size, factor: number, at: Point = centre(view)): ViewBox {
  const smallest = Math.min(hall.width, NEAREST_SEATS)
  const width = Math.min(hall.width, Math.max(smallest, view.width / factor))
  const scale = width / view.width
  return within(hall, {
    x: at.x - (at.x - view.x) * scale,
    y: at.y - (at.y - view.y) * scale,
    width,
    height: view.height * scale,
  })
}

/** Moved by a distance in seat widths. */
export function panned(view: ViewBox, hall: Size, dx: number, dy: number): ViewBox {
  return within(hall, { ...view, x: view.x + dx, y: view.y + dy })
}

/** Moved just so far that a seat is in sight with a row around it; unchanged when it is. */
export function revealing(view: ViewBox, hall: Size, seat: Point): ViewBox {
  const margin = 1.5
  const shift = (position: number, from: number, length: number) =>
    Math.min(0, position - margin - from) + Math.max(0, position + margin - (from + length))
  const [dx, dy] = [shift(seat.x, view.x, view.width), shift(seat.y, view.y, view.height)]
  return dx === 0 && dy === 0 ? view : panned(view, hall, dx, dy)
}

export const isWhole = (view: ViewBox, hall: Size): boolean => view.width >= hall.width

function within(hall: Size, view: ViewBox): ViewBox {
  const limit = (start: number, length: number, whole: number) =>
    Math.min(Math.max(0, start), Math.max(0, whole - length))
  return { ...view, x: limit(view.x, view.width, hall.width), y: limit(view.y, view.height, hall.height) }
}

const centre = (view: ViewBox): Point => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 })
