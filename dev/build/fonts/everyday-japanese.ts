/** Rows of JIS X 0208 with signs and kana, and with the 2,965 kanji of its first level. */
const ROWS = [
  [1, 8],
  [16, 47],
] as const
const CELLS = 94

/** A row's and a cell's byte in EUC-JP. */
const byteOf = (place: number): number => 0xa0 + place

/** What everyday Japanese is written in, by the national standard: signs, kana and its first level of kanji. As code points. */
export function everydayJapanese(): ReadonlySet<number> {
  const decoder = new TextDecoder('euc-jp')
  const found = new Set<number>()
  for (const [first, last] of ROWS)
    for (let row = first; row <= last; row += 1)
      for (let cell = 1; cell <= CELLS; cell += 1) {
        const letter = decoder.decode(Uint8Array.of(byteOf(row), byteOf(cell)))
        // Some cells are nobody's.
        if (letter.length === 1 && letter !== '\ufffd') found.add(letter.charCodeAt(0))
      }
  return found
}
