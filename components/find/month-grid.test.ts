import { describe, expect, it } from 'vitest'
import { daysBetween, firstWeekdayOf, monthAfter, monthEnds, monthGrid } from './month-grid.ts'

describe('monthGrid', () => {
  it.each([
    ['2026-02', 0, 4, 0], // four weeks sharp, from Sunday to Saturday
    ['2026-02', 1, 5, 6],
    ['2026-12', 1, 5, 1],
    ['2027-05', 1, 6, 5], // begins on a Saturday: six weeks
    ['2028-02', 1, 5, 1], // a leap year
  ])('lays out %s for weeks that begin on day %i', (month, first, weeks, before) => {
    const grid = monthGrid(month, first)
    expect(grid).toHaveLength(weeks)
    expect(grid[0]?.filter((day) => day === null)).toHaveLength(before)
    expect(grid[0]?.[before]).toBe(`${month}-01`)
    expect(grid.flat().filter((day) => day !== null)).toHaveLength(Number(monthEnds(month).to.slice(8)))
  })
})

describe('months', () => {
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
    ['2026-01', 1, '2026-02'],
  ])('after %s by %i comes %s', (month, by, then) => {
    expect(monthAfter(month, by)).toBe(then)
  })
  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, to) => {
    expect(monthEnds(month)).toEqual({ from: `${month}-01`, to })
  })
})

it('days are counted over the change of clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2)
})

it('a week begins where people live', () => {
  expect(['en-GB', 'en-US', 'de-DE', 'es-ES', 'ja-JP'].map(firstWeekdayOf)).toEqual([1, 0, 1, 1, 0])
})
