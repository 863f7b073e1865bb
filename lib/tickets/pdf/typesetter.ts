import { type BundledFamily, FALLBACKS } from '#lib/fonts/font-families.ts'
import type { FontLibrary } from './font-library.ts'
import { breakLines, type SetCharacter } from './line-breaks.ts'
import type { Face } from './open-face.ts'

/** Characters of one face, side by side. */
export interface Run {
  readonly face: Face
  readonly text: string
  readonly width: number
}

/** A line of text as it is drawn; widths are in points. */
export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
}

export interface Style {
  readonly family: BundledFamily
  readonly weight: number
  readonly size: number
}

export interface Typesetter {
  /** Sets text in lines of at most `width`, and at most so many of them; what is longer ends in an ellipsis. */
  set(text: string, style: Style, width: number, most: number): Promise<Line[]>
  /** Whether there are letters for all of a text. Pictures in it do not count. */
  hasAllOf(text: string, style: Style): Promise<boolean>
}

export function createTypesetter(fonts: FontLibrary, also: readonly BundledFamily[]): Typesetter {
  return {
    async set(text, style, width, most) {
      const characters: (SetCharacter & { readonly face: Face })[] = []
      for (const { segment } of segmenter.segment(clean(text))) {
        for (const character of segment) {
          const face = await faceFor(character.codePointAt(0) ?? 0, style)
          // What no font of ours can draw (a picture in a name) is left out rather than shown as a box.
          if (face) characters.push({ text: character, face, width: widthOf(face, character, style.size) })
        }
      }
      const dots = await ellipsis(style)
      return breakLines(characters, { width, most, ellipsis: dots }).map((line) => toLine(line, style.size))
    },
    async hasAllOf(text, style) {
      for (const [letter] of clean(text).matchAll(LETTER))
        if ((await faceFor(letter.codePointAt(0) ?? 0, style)) === null) return false
      return true
    },
  }

  async function faceFor(codePoint: number, { family, weight }: Style): Promise<Face | null> {
    for (const candidate of [family, ...also, ...FALLBACKS]) {
      const face = await fonts.faceFor(candidate, weight, codePoint)
      if (face) return face
    }
    return null
  }

  async function ellipsis(style: Style) {
    const face = await faceFor('…'.codePointAt(0) ?? 0, style)
    return face ? [{ text: '…', face, width: widthOf(face, '…', style.size) }] : []
  }
}

/** Letters and the marks on them, in any script; which of a character's shapes is meant is no mark. */
const LETTER = /(?!\p{Variation_Selector})[\p{L}\p{M}]/gu

const clean = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

function toLine(characters: readonly { readonly text: string; readonly face: Face }[], size: number): Line {
  const runs: { face: Face; text: string }[] = []
  for (const { face, text } of characters) {
    const last = runs.at(-1)
    if (last?.face === face) last.text += text
    else runs.push({ face, text })
  }
  const measured = runs.map((run) => ({ ...run, width: widthOf(run.face, run.text, size) }))
  return { runs: measured, width: measured.reduce((sum, { width }) => sum + width, 0) }
}

const widthOf = (face: Face, text: string, size: number): number =>
  (face.layout(text).advanceWidth * size) / face.unitsPerEm
