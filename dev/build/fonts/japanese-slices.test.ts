import { describe, expect, it } from 'vitest'
import { codePointsOf } from '#lib/fonts/unicode-ranges.ts'
import { sliceJapanese } from './japanese-slices.ts'

const text = (codePoints: readonly number[]) => String.fromCodePoint(...codePoints)
const any = { words: '', isCommon: () => true, isInLargeFile: () => true }
/** Thirty pieces of a hundred characters, as a package has them. */
const many = Array.from({ length: 30 }, (_, i) => Array.from({ length: 100 }, (_, j) => 20_000 + i * 100 + j))

describe('sliceJapanese', () => {
  it('puts our words and kana first, and no character anywhere else again', () => {
    const { common, rest } = sliceJapanese(['あい会', '会場日', '本'].map(codePointsOf), {
      ...any,
      words: '会場, 会場',
    })
    expect(common.map(text)).toEqual(['会場あい', '日本'])
    expect(rest.map(text)).toEqual(['', '', ''])
  })

  it('leaves what the large file has not in the pieces that have it', () => {
    const isInLargeFile = (point: number) => !'髙★'.includes(text([point]))
    const { common, rest } = sliceJapanese(['あ★', '高髙'].map(codePointsOf), { ...any, words: '★高', isInLargeFile })
    expect(common.map(text)).toEqual(['高あ'])
    expect(rest.map(text)).toEqual(['★', '髙'])
  })

  it('takes no word that the family does not have', () => {
    expect(sliceJapanese([codePointsOf('あ')], { ...any, words: 'Aあ☃' }).common.map(text)).toEqual(['あ'])
  })

  it('fills files with what is common; the rest stays in the pieces it has', () => {
    const { common, rest } = sliceJapanese(many, { ...any, isCommon: (point) => point < 22_550 })
    expect(common.map((slice) => slice.length)).toEqual([...Array(25).fill(100), 50])
    expect(rest.map((slice) => slice.length)).toEqual([...Array(25).fill(0), 50, 100, 100, 100, 100])
    const small = Array.from({ length: 5 }, (_, i) => Array.from({ length: 60 }, (_, j) => 20_000 + i * 60 + j))
    expect(sliceJapanese(small, any).common.map((slice) => slice.length)).toEqual([60, 120, 120])
  })
})
