import { expand, readRanges } from './unicode-ranges.ts'

/** What a Japanese family's rare rules have: kanji, kana and signs. Other scripts no file of it has. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u2190-\u27bf\u3000-\u33ff]/u

/**
 * @param ranges of all rules of a family's stylesheet, as `unicode-range`; each names what its file has, and no more
 * @returns whether a text has a Japanese character that none of them has
 */
export function rareIn(ranges: readonly string[]): (text: string) => boolean {
  const known = new Set(ranges.flatMap((range) => expand(readRanges(range))))
  return (text) => [...text].some((letter) => !known.has(letter.codePointAt(0) ?? 0) && JAPANESE.test(letter))
}
