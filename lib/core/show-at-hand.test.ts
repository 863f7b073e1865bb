import { expect, it } from 'vitest'
import { showIdOf } from './show-at-hand.ts'

it.each([
  ['/shows/night-train', 'night-train'],
  ['/shows/A_1', 'A_1'],
  ['/shows', null],
  ['/shows/', null],
  ['/shows/a/b', null],
  ['/shows/a.b', null],
  ['/checkout/a', null],
])('%s is the page of %s', (path, showId) => {
  expect(showIdOf(path)).toBe(showId)
})
