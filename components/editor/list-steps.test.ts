import { expect, it } from 'vitest'
import { moved, removed, replaced } from './list-steps.ts'

it.each([
  [0, 1, 'bacd'],
  [3, 2, 'abdc'],
  [3, 0, 'dabc'],
  [1, 1, 'abcd'],
])('moves %i to %i: %s', (from, to, expected) => {
  expect(moved([...'abcd'], from, to).join('')).toBe(expected)
})

it('removes and replaces one', () => {
  expect(removed([...'abc'], 1)).toEqual(['a', 'c'])
  expect(replaced([...'abc'], 1, 'x')).toEqual(['a', 'x', 'c'])
})
