import { expect, it } from 'vitest'
import { contrast, legibleOn } from './contrast.ts'

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#0000ff', '#ffffff', 8.59],
  ['#123456', '#123456', 1],
])('between %s and %s is %d', (first, second, expected) => {
  expect(contrast(first, second)).toBeCloseTo(expected, 2)
})

it('chooses the more legible of black and white', () => {
  expect([legibleOn('#f5c518'), legibleOn('#1a1a2e')]).toEqual(['#000000', '#ffffff'])
})
