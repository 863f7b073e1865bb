import { expect, it } from 'vitest'
import { boundedList } from './bounded-list.ts'

it.each([
  [[], [], true],
  [[3, 2, 1], [1, 2, 3], true],
  [[4, 3, 2, 1], [2, 3, 4], false],
])('of %j three are listed as %j, complete: %s', (newestFirst, holds, holdsComplete) => {
  expect(boundedList('holds', newestFirst, 3)).toEqual({ holds, holdsComplete })
})
