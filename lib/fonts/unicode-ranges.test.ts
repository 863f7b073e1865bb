import { expect, it } from 'vitest'
import { codePointsOf, expand, readRanges, writeRange } from './unicode-ranges.ts'

it.each([
  ['あ', 'U+3042'],
  ['いあう会', 'U+3042,U+3044,U+3046,U+4f1a'],
  ['ABCあ', 'U+41-43,U+3042'],
  ['', ''],
])('writes the range of %s', (letters, range) => {
  expect(writeRange(codePointsOf(letters))).toBe(range)
})

it('reads what it writes', () => {
  const some = codePointsOf('いあうABC会𠮷')
  expect(expand(readRanges(writeRange(some)))).toEqual(some.toSorted((one, other) => one - other))
})
