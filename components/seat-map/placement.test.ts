import { describe, expect, it } from 'vitest'
import { placeAt, placedIn, transformTo } from './placement.ts'
import { panned, type ViewBox, wholeHall, zoomed } from './view-box.ts'

const hall = { width: 40, height: 30 }
const whole = wholeHall(hall)
const near = panned(zoomed(whole, hall, 2.5), hall, 3, -2)
const windows = {
  'of the same shape': { width: 400, height: 300 },
  wide: { width: 900, height: 300 },
  high: { width: 200, height: 500 },
}

describe.each(Object.entries(windows))('in a window %s', (_, window) => {
  it('a view stands in the middle and is as large as fits', () => {
    const { x, y, scale } = placedIn(window, whole)
    expect(Math.min(x, y)).toBe(0)
    expect(2 * x + whole.width * scale).toBeCloseTo(window.width)
    expect(2 * y + whole.height * scale).toBeCloseTo(window.height)
  })

  it.each([
    ['nearer', whole, near],
    ['further away', near, whole],
    ['beside it', near, panned(near, hall, 4, 5)],
  ])('a drawing that is moved %s looks like one that is drawn there', (_where, drawn, wanted) => {
    const seat = { x: 17, y: 11 }
    const moved = applied(transformTo(wanted, drawn, window), onScreen(seat, drawn, window))
    const there = onScreen(seat, wanted, window)
    expect(moved.x).toBeCloseTo(there.x)
    expect(moved.y).toBeCloseTo(there.y)
  })

  it('a point on screen is the place that is drawn there', () => {
    const place = placeAt(onScreen({ x: 12, y: 9 }, near, window), near, window)
    expect(place.x).toBeCloseTo(12)
    expect(place.y).toBeCloseTo(9)
  })
})

function onScreen(place: { x: number; y: number }, view: ViewBox, window: { width: number; height: number }) {
  const { x, y, scale } = placedIn(window, view)
  return { x: x + (place.x - view.x) * scale, y: y + (place.y - view.y) * scale }
}

/** What a browser does with such a transform whose origin is the left upper corner. */
function applied(transform: string, { x, y }: { x: number; y: number }) {
  const [right = Number.NaN, down = Number.NaN, nearer = Number.NaN] = [...transform.matchAll(/-?\d+(?:\.\d+)?/g)].map(
    Number,
  )
  return { x: right + nearer * x, y: down + nearer * y }
}
