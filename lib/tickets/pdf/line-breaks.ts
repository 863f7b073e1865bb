/** A character with the room it takes. */
export interface SetCharacter {
  readonly text: string
  readonly width: number
}

interface Measure<T> {
  readonly width: number
  /** Lines, at most. */
  readonly most: number
  /** Ends the last line when there is more; may be empty. */
  readonly ellipsis: readonly T[]
}

/** Chinese and Japanese break anywhere, except that some marks never begin a line. */
const ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const NEVER_FIRST = /[、。，．・：；？！」』）】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]/u

/** Breaks characters into lines: at spaces, in Japanese between characters, and anywhere in a word longer than a line. */
export function breakLines<T extends SetCharacter>(characters: readonly T[], measure: Measure<T>): T[][] {
  const lines: T[][] = []
  let rest = [...characters]
  while (rest.length > 0 && lines.length < measure.most) {
    const end = endOfLine(rest, measure.width)
    lines.push(trimmed(rest.slice(0, end)))
    rest = trimmed(rest.slice(end))
  }
  const last = lines.at(-1)
  if (rest.length > 0 && last) lines[lines.length - 1] = shortened(last, measure)
  return lines
}

function endOfLine(characters: readonly SetCharacter[], width: number): number {
  let [used, fits] = [0, 0]
  for (const { width: own } of characters) {
    if (used + own > width) break
    used += own
    fits += 1
  }
  if (fits === characters.length) return fits
  for (let end = fits; end > 0; end--) if (mayBreak(characters[end - 1], characters[end])) return end
  return Math.max(1, fits)
}

function mayBreak(before: SetCharacter | undefined, after: SetCharacter | undefined): boolean {
  if (!before || !after) return true
  if (before.text === ' ' || after.text === ' ') return true
  return (ANYWHERE.test(before.text) || ANYWHERE.test(after.text)) && !NEVER_FIRST.test(after.text)
}

function shortened<T extends SetCharacter>(line: T[], { width, ellipsis }: Measure<T>): T[] {
  const room = width - widthOf(ellipsis)
  const kept = [...line]
  while (kept.length > 0 && widthOf(kept) > room) kept.pop()
  return [...trimmed(kept), ...ellipsis]
}

function trimmed<T extends SetCharacter>(line: readonly T[]): T[] {
  const first = line.findIndex(({ text }) => text !== ' ')
  const last = line.findLastIndex(({ text }) => text !== ' ')
  return first === -1 ? [] : line.slice(first, last + 1)
}

const widthOf = (line: readonly SetCharacter[]): number => line.reduce((sum, { width }) => sum + width, 0)
