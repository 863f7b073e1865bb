import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import { type BundledFamily, FALLBACKS } from '#lib/fonts/font-families.ts'
import { type FontSlice, readSlices } from '#lib/fonts/font-slices.ts'
import { covers } from '#lib/fonts/unicode-ranges.ts'
import { wholeFile } from '#lib/fonts/whole-file.ts'
import type { Outliner } from './card-svg.ts'

/** A Japanese title takes some ten files; unpacked they are around 200 KB each. */
const FONTS_KEPT = 60

/** What we use of a font. */
interface Font {
  readonly unitsPerEm: number
  layout(text: string): {
    readonly glyphs: readonly { readonly path: Path }[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
  }
}
interface Path {
  scale(x: number, y: number): Path
  translate(x: number, y: number): Path
  toSVG(): string
}

/** A file of a family with some of its characters. */
interface Face {
  readonly path: string
  readonly ranges: FontSlice['ranges']
}

/** Turns texts into shapes with the fonts that pages use, read from `<folder>`, where `public/fonts` is. */
export function createOutliner(folder: string): (family: BundledFamily) => Outliner {
  const families = new Map<BundledFamily, readonly Face[]>()
  const fonts = new Map<string, Font>()

  /** Heaviest first: a card is read from afar. */
  function facesOf(family: BundledFamily): readonly Face[] {
    const known = families.get(family)
    if (known) return known
    const faces = readSlices(readFileSync(join(folder, `${family}.css`), 'utf8'))
      .toSorted((one, other) => other.weights[0] - one.weights[0])
      .map(({ file, ranges }) => ({ path: wholeFile(join(folder, family), file), ranges }))
    families.set(family, faces)
    return faces
  }

  function fontOf({ path }: Face): Font {
    const font = fonts.get(path) ?? (create(readFileSync(path)) as Font)
    fonts.delete(path)
    fonts.set(path, font)
    for (const oldest of fonts.keys()) {
      if (fonts.size <= FONTS_KEPT) break
      fonts.delete(oldest)
    }
    return font
  }

  function faceIn(candidates: readonly BundledFamily[], code: number): Face | undefined {
    for (const candidate of candidates) {
      const face = facesOf(candidate).find(({ ranges }) => covers(ranges, code))
      if (face) return face
    }
    return undefined
  }

  /** What no font has is left out: an empty box would say less. */
  function runsOf(text: string, family: BundledFamily): { face: Face; text: string }[] {
    const runs: { face: Face; text: string }[] = []
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      const face = faceIn([family, ...FALLBACKS], code)
      const last = runs.at(-1)
      if (last && last.face === face) last.text += character
      else if (face) runs.push({ face, text: character })
    }
    return runs
  }

  return (family) => (text, size) => {
    let [d, width] = ['', 0]
    for (const run of runsOf(text, family)) {
      const font = fontOf(run.face)
      const scale = size / font.unitsPerEm
      const { glyphs, positions } = font.layout(run.text)
      glyphs.forEach(({ path }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
        d += path
          .scale(scale, -scale)
          .translate(width + xOffset * scale, -yOffset * scale)
          .toSVG()
        width += xAdvance * scale
      })
    }
    return { d, width }
  }
}
