/** How wide a text stands at a size, in pixels. */
export type Measure = (text: string, size: number) => number

interface Room {
  readonly width: number
  readonly lines: number
  /** From the largest to the smallest. */
  readonly sizes: readonly number[]
  readonly language: string
}

/** A text broken into lines at the largest size at which it fits; at the smallest what does not fit is cut off, with "…". */
export function fitLines(text: string, room: Room, measure: Measure): { size: number; lines: string[] } {
  const pieces = piecesOf(text, room.language)
  for (const size of room.sizes) {
    const lines = broken(pieces, (line) => measure(line, size) <= room.width)
    if (lines.length <= room.lines && lines.every((line) => measure(line, size) <= room.width)) return { size, lines }
  }
  const size = room.sizes.at(-1) ?? 0
  const fits = (line: string) => measure(line, size) <= room.width
  const lines = broken(pieces, fits)
  const last = lines.slice(room.lines - 1).join(' ')
  const kept = [...lines.slice(0, room.lines - 1), ...(last === '' ? [] : [last])]
  return { size, lines: kept.map((line) => cut(line, fits)) }
}

/** What must stay together: words with the space after them; where words have no spaces, as the language divides them. */
function piecesOf(text: string, language: string): string[] {
  const pieces: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text.trim())) {
    const previous = pieces.at(-1)
    const joins =
      !isWordLike ||
      (previous !== undefined && /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u.test(previous))
    if (joins && previous !== undefined) pieces[pieces.length - 1] = previous + segment
    else pieces.push(segment)
  }
  return pieces
}

function broken(pieces: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece
    if (lines.length > 0 && fits(longer.trimEnd())) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

function cut(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line
  const letters = [...line]
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
