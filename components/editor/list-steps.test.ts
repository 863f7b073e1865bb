import { expect, it } from 'vitest'
import { moved, nextTo, removed, replaced } from './list-steps.ts'

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

it.each([
  ['the first of three', 0, 2, 0],
  ['the second of three', 1, 2, 1],
  ['the last of three', 2, 2, null],
  ['the only one', 0, 0, null],
])('goes on from %s at what follows, or at what adds one', (_, at, left, next) => {
  expect(nextTo(at, left)).toBe(next)
})
