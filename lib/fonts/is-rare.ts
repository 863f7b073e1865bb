import { expand, readRanges } from './unicode-ranges.ts'

/** What is drawn: no spaces, and no signs that only say how others stand. */
const DRAWN = /[^\p{Z}\p{C}]/u

/**
 * @param ranges of all rules of a family's stylesheet, as `unicode-range`; each names what its file has, and no more
 * @returns whether a text has a character that none of them has
 */
export function rareIn(ranges: readonly string[]): (text: string) => boolean {
  const known = new Set(ranges.flatMap((range) => expand(readRanges(range))))
  return (text) => [...text].some((letter) => !known.has(letter.codePointAt(0) ?? 0) && DRAWN.test(letter))
}
