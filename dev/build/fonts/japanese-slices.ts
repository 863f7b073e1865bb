import { codePointsOf } from '#lib/fonts/unicode-ranges.ts'

/**
 * How many of them share a file after the first one, at least: pieces of a package are taken whole. With fewer a page takes more
 * files, with more it takes more that it does not show: measured over a visit of ten pages (decision 0115).
 */
const CHARACTERS_A_FILE = 100

/** Which characters of a family go together in a file, each in one. */
export interface Slices {
  /** To be cut out of the large file: what our own words need, then the others, commonest first. */
  readonly common: readonly (readonly number[])[]
  /** What each of the package's own pieces is still asked for, in their order; nothing of some. */
  readonly rest: readonly (readonly number[])[]
}

/**
 * @param pieces the characters of each of the package's pieces, commonest first: they are cut by how often one is on the web
 * @param words what our own texts are written in
 * @param isCommon whether a character is common enough to be cut out; our words are, whatever they are written in
 * @param isInLargeFile whether a character can be cut out of it. It lacks some that pieces have: signs, and names' variants
 */
export function sliceJapanese(
  pieces: readonly (readonly number[])[],
  {
    words,
    isCommon,
    isInLargeFile,
  }: { readonly words: string; isCommon(codePoint: number): boolean; isInLargeFile(codePoint: number): boolean },
): Slices {
  const known = new Set(pieces.flat())
  const cut = new Set<number>()
  const take = (codePoints: readonly number[]): number[] => {
    const taken = [...new Set(codePoints)].filter(
      (point) => known.has(point) && !cut.has(point) && isInLargeFile(point),
    )
    for (const point of taken) cut.add(point)
    return taken
  }
  const [kana = [], ...others] = pieces
  const common = [take([...codePointsOf(words), ...kana])]
  for (const piece of others) {
    const last = common.at(-1)
    if (last && common.length > 1 && last.length < CHARACTERS_A_FILE) last.push(...take(piece.filter(isCommon)))
    else common.push(take(piece.filter(isCommon)))
  }
  return {
    common: common.filter(({ length }) => length > 0),
    rest: pieces.map((piece) => piece.filter((point) => !cut.has(point))),
  }
}
