import { describe, expect, it } from 'vitest'
import { breakLines } from './line-breaks.ts'

/** Every character is one wide. */
const broken = (text: string, width: number, most = 9) =>
  breakLines(
    [...text].map((character) => ({ text: character, width: 1 })),
    { width, most, ellipsis: [{ text: '…', width: 1 }] },
  ).map((line) => line.map((character) => character.text).join(''))

describe('breakLines', () => {
  it.each([
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['not where everything fits', 'one two', 7, ['one two']],
    ['inside a word longer than a line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['between Japanese characters', '銀河鉄道の夜', 4, ['銀河鉄道', 'の夜']],
    ['not before a mark that ends', '銀河鉄道。夜', 4, ['銀河鉄', '道。夜']],
    ['nothing where there is nothing', '   ', 4, ['']],
  ] as const)('breaks %s', (_what, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines)
  })
  it('ends what is longer with an ellipsis, within the width', () => {
    expect(broken('one two three four', 7, 2)).toEqual(['one two', 'three…'])
    expect(broken('abcdefgh', 3, 1)).toEqual(['ab…'])
  })
})
