import { describe, expect, it } from 'vitest'
import { readRanges } from '#lib/fonts/unicode-ranges.ts'
import { sliceJapanese, writeRange } from './japanese-slices.ts'

const points = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0)
const text = (codePoints: readonly number[]) => String.fromCodePoint(...codePoints)
const any = { words: '', isWanted: () => true }
/** Thirty slices of a hundred characters, as a package has them. */
const many = Array.from({ length: 30 }, (_, i) =>
  readRanges(writeRange(Array.from({ length: 100 }, (_, j) => 20_000 + i * 100 + j))),
)

describe('sliceJapanese', () => {
  it('puts our words and kana first, and no character anywhere else again', () => {
    const given = ['あい会', '会場日', '本'].map((slice) => readRanges(writeRange(points(slice))))
    const { common, rare } = sliceJapanese(given, { ...any, words: '会場, 会場' })
    expect(text(common[0] ?? [])).toBe('会場, あい')
    expect(common.slice(1).map(text)).toEqual(['日本'])
    expect(rare).toEqual([])
  })

  it('leaves out what is not wanted', () => {
    const given = [readRanges(writeRange(points('あ会A')))]
    const { common } = sliceJapanese(given, {
      words: 'A会☃',
      isWanted: (point) => !'A☃'.includes(text([point])),
    })
    expect(common.map(text)).toEqual(['会あ'])
  })

  it('fills files, until what is common is in them; the rest stays in the files it has', () => {
    const { common, rare } = sliceJapanese(many, any)
    expect(common.map((slice) => slice.length)).toEqual(Array.from({ length: 25 }, () => 100))
    expect(rare.map((slice) => slice.length)).toEqual([100, 100, 100, 100, 100])
    expect(new Set([...common, ...rare].flat()).size).toBe(3_000)
  })

  it('asks for nothing of a file of which nothing is wanted', () => {
    const { common, rare } = sliceJapanese(many, { ...any, isWanted: (point) => point < 22_500 || point >= 22_700 })
    expect(common.every((slice) => slice.length > 0)).toBe(true)
    expect([...common, ...rare].flat()).toHaveLength(2_800)
  })
})

it.each([
  ['あ', 'U+3042'],
  ['いあう会', 'U+3042,U+3044,U+3046,U+4f1a'],
  ['ABCあ', 'U+41-43,U+3042'],
  ['', ''],
])('writes the range of %s', (letters, range) => {
  expect(writeRange(points(letters))).toBe(range)
})
