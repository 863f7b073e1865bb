import { describe, expect, it } from 'vitest'
import { changeOf, moved, nextTo, removed } from './list-steps.ts'

it.each([
  [0, 1, 'bacd'],
  [3, 2, 'abdc'],
  [3, 0, 'dabc'],
  [1, 1, 'abcd'],
])('moves %i to %i: %s', (from, to, expected) => {
  expect(moved([...'abcd'], from, to).join('')).toBe(expected)
})

it('removes one', () => {
  expect(removed([...'abc'], 1)).toEqual(['a', 'c'])
})

describe('an entry that is changed after a while', () => {
  const upper = (entry: string) => entry.toUpperCase()
  it.each<[string, number[], string, string]>([
    ['stands where it stood', [0, 1, 2], 'abc', 'aBc'],
    ['was moved', [1, 2, 0], 'bca', 'Bca'],
    ['has others before it now', [3, 0, 1, 2], 'dabc', 'daBc'],
    ['was edited itself', [0, 1, 2], 'axc', 'aXc'],
    ['has fewer around it', [1], 'b', 'B'],
  ])('%s', (_, keys, now, expected) => {
    expect(changeOf(keys, 1, upper)?.([...now]).join('')).toBe(expected)
  })

  it('is not looked for in another one’s place when it is gone', () => {
    expect(changeOf([0, 2], 1, upper)).toBeNull()
  })
})

it.each([
  ['the first of three', 0, 2, 0],
  ['the second of three', 1, 2, 1],
  ['the last of three', 2, 2, null],
  ['the only one', 0, 0, null],
])('goes on from %s at what follows, or at what adds one', (_, at, left, next) => {
  expect(nextTo(at, left)).toBe(next)
})
