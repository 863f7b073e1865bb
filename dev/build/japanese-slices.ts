import type { CodePoints } from '#lib/fonts/unicode-ranges.ts'

/** How many characters are common: the 2,136 kanji that schools teach, kana, signs, and some more for names. */
const COMMON = 2_500

/**
 * How many of them share a file after the first one. With fewer a page takes more files, with more it takes more that it does not
 * show: measured over a visit of ten pages (decision 0115).
 */
const CHARACTERS_A_FILE = 100

/** Which characters of a family go together in a file, each in one. */
export interface Slices {
  /** To be cut out of the whole font: what our own words need, then the others, commonest first. */
  readonly common: readonly (readonly number[])[]
  /** What the package's own files are still asked for, in their order; nothing of some. */
  readonly rare: readonly (readonly number[])[]
}

/**
 * @param given what the package's files have, commonest first: packages cut by how often a character is on the web
 * @param words what our own texts are written in
 * @param isWanted whether the font has it, and no file of another script: packages promise the same of every font
 */
export function sliceJapanese(
  given: readonly CodePoints[],
  { words, isWanted }: { readonly words: string; isWanted(codePoint: number): boolean },
): Slices {
  const sliced = new Set<number>()
  const take = (codePoints: Iterable<number>): number[] => {
    const taken = [...new Set(codePoints)].filter((point) => !sliced.has(point) && isWanted(point))
    for (const point of taken) sliced.add(point)
    return taken
  }
  const left = given.map(expand)
  const kana = left.shift() ?? []
  const common = [take([...[...words].map((letter) => letter.codePointAt(0) ?? 0), ...kana])]
  while (left.length > 0 && sliced.size < COMMON) {
    const slice: number[] = []
    while (left.length > 0 && slice.length < CHARACTERS_A_FILE) slice.push(...take(left.shift() ?? []))
    if (slice.length > 0) common.push(slice)
  }
  return { common, rare: left.map(take) }
}

/** As `unicode-range` has it: `U+3042,U+4e00-4e03`. */
export function writeRange(codePoints: readonly number[]): string {
  const sorted = codePoints.toSorted((a, b) => a - b)
  const starts = sorted.filter((point, index) => point !== (sorted[index - 1] ?? -1) + 1)
  const ends = sorted.filter((point, index) => point + 1 !== sorted[index + 1])
  return starts
    .map((from, index) => {
      const to = ends[index] ?? from
      return from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`
    })
    .join(',')
}

const expand = (ranges: CodePoints): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
