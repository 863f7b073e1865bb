import { expect, it } from 'vitest'
import { slideInSight } from './slide-in-sight.ts'

it.each([
  [0, 900, 0],
  [449, 900, 0],
  [451, 900, 1],
  [1_800, 900, 2],
  [2_900, 900, 2],
  [-900, 900, 1],
  [-40, 900, 0],
  [100, 0, 0],
])('scrolled by %i in a strip of %i: slide %i of three', (left, width, slide) => {
  expect(slideInSight(left, width, 3)).toBe(slide)
})
