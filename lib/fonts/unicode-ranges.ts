/** Code points, both ends included. */
export type CodePoints = readonly (readonly [from: number, to: number])[]

/** Every character there is: what a font has whose stylesheet names no range. */
const ALL = 'U+0-10FFFF'

/** Reads a stylesheet's `unicode-range`, such as `U+0000-00FF, U+131`. */
export function readRanges(text: string = ALL): CodePoints {
  return text.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
}

/** As `unicode-range` has it: `U+3042,U+4e00-4e03`. Nothing for no code points. */
export function writeRange(codePoints: readonly number[]): string {
  const sorted = codePoints.toSorted((one, other) => one - other)
  const starts = sorted.filter((point, index) => point - 1 !== sorted[index - 1])
  const ends = sorted.filter((point, index) => point + 1 !== sorted[index + 1])
  return starts
    .map((from, index) => {
      const to = ends[index] ?? from
      return from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`
    })
    .join(',')
}

/** Of a text, one for each character. */
export const codePointsOf = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0)

/** Each of them. */
export const expand = (ranges: CodePoints): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))

export const covers = (ranges: CodePoints, codePoint: number): boolean =>
  ranges.some(([from, to]) => from <= codePoint && codePoint <= to)
