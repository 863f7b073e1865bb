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

export const covers = (ranges: CodePoints, codePoint: number): boolean =>
  ranges.some(([from, to]) => from <= codePoint && codePoint <= to)
