import { describe, expect, it } from 'vitest'
import { isWhole, panned, revealing, wholeHall, zoomed } from './view-box.ts'

const hall = { width: 40, height: 30 }
const whole = wholeHall(hall)

describe('zoomed', () => {
  it('keeps the point it zooms at where it is on screen', () => {
    const view = zoomed(whole, hall, 2, { x: 10, y: 15 })
    expect(view).toEqual({ x: 5, y: 7.5, width: 20, height: 15 })
  })
  it('goes no nearer than a dozen seats and no further than the hall', () => {
    expect(zoomed(whole, hall, 100).width).toBe(12)
    expect(zoomed(zoomed(whole, hall, 2), hall, 0.01)).toEqual(whole)
  })
  it('stays inside the hall when it zooms at a corner', () => {
    const view = zoomed(zoomed(whole, hall, 2, { x: 40, y: 30 }), hall, 0.75, { x: 21, y: 16 })
    expect(view.x + view.width).toBeLessThanOrEqual(40)
    expect(view.y + view.height).toBeLessThanOrEqual(30)
  })
  it('never shows less than the whole of a tiny hall', () => {
    const tiny = { width: 6, height: 4 }
    expect(isWhole(zoomed(wholeHall(tiny), tiny, 3), tiny)).toBe(true)
  })
})

describe('panned', () => {
  it('moves, and stops at the walls', () => {
    const near = zoomed(whole, hall, 2)
    expect(panned(near, hall, 3, -2)).toMatchObject({ x: 13, y: 5.5 })
    expect(panned(near, hall, 99, -99)).toMatchObject({ x: 20, y: 0 })
  })
})

describe('revealing', () => {
  const near = { x: 10, y: 10, width: 20, height: 15 }
  it('leaves the view alone when the seat is in sight', () => {
    expect(revealing(near, hall, { x: 20, y: 15 })).toBe(near)
  })
  it('moves no further than needed', () => {
    expect(revealing(near, hall, { x: 32, y: 15 })).toMatchObject({ x: 13.5, y: 10 })
    expect(revealing(near, hall, { x: 20, y: 9 })).toMatchObject({ x: 10, y: 7.5 })
  })
})
