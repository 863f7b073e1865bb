import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import type { BundledFamily } from '#lib/fonts/font-families.ts'
import { type FontSlice, readSlices } from '#lib/fonts/font-slices.ts'
import { covers } from '#lib/fonts/unicode-ranges.ts'
import { wholeFile } from '#lib/fonts/whole-file.ts'
import { type Face, openFace } from './open-face.ts'

/** Where `dev/build/fonts/build-fonts.ts` puts what the browser gets: the PDF is set in the very same fonts. */
const FOLDER = 'public/fonts'

/**
 * Opened faces kept in memory, some 100 KB each. A Japanese ticket needs some twenty slices of its two families in two
 * weights; a Latin one needs four. Opening one costs tens of milliseconds, so the common ones stay.
 */
const FACES_KEPT = 160

/** Gives the face of a family that has a character, in the weight closest to the one asked for; null when none has it. */
export interface FontLibrary {
  faceFor(family: BundledFamily, weight: number, codePoint: number): Promise<Face | null>
}

export function openFontLibrary(root: string): FontLibrary {
  const folder = join(root, FOLDER)
  const sheets = new Map<BundledFamily, readonly FontSlice[]>()
  const faces = new LRUCache<string, Promise<Face>>({ max: FACES_KEPT })

  function slicesOf(family: BundledFamily): readonly FontSlice[] {
    const slices = sheets.get(family) ?? readSlices(readFileSync(join(folder, `${family}.css`), 'utf8'))
    sheets.set(family, slices)
    return slices
  }

  function faceOf(family: BundledFamily, slice: FontSlice, weight: number): Promise<Face> {
    const name = `${family}-${slice.file.replace(/\.woff2$/, '')}-${weight}`
    const known = faces.get(name)
    if (known) return known
    const opened = readFile(wholeFile(join(folder, family), slice.file)).then((bytes) => openFace(bytes, weight, name))
    faces.set(name, opened)
    opened.catch(() => faces.delete(name))
    return opened
  }

  return {
    async faceFor(family, weight, codePoint) {
      const having = slicesOf(family).filter(({ ranges }) => covers(ranges, codePoint))
      const slice = having.toSorted((a, b) => distance(a, weight) - distance(b, weight) || latinFirst(a, b))[0]
      if (slice === undefined) return null
      const face = await faceOf(family, slice, weight)
      return face.hasGlyphForCodePoint(codePoint) ? face : null
    },
  }
}

/** Where files overlap, words stay in one of them: letters are spaced in pairs only within a file. */
const latinFirst = (a: FontSlice, b: FontSlice): number => Number(isLatin(b)) - Number(isLatin(a))
const isLatin = ({ file }: FontSlice): boolean => /latin(?!-ext)/.test(file)

const distance = ({ weights: [least, most] }: FontSlice, weight: number): number =>
  Math.max(least - weight, weight - most, 0)
