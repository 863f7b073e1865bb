import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { create } from 'fontkit'
import { type BundledFamily, FALLBACKS } from '#lib/fonts/font-families.ts'
import { readSheet } from '#lib/fonts/read-sheet.ts'
import { wholeFile } from '#lib/fonts/whole-file.ts'
import type { Outliner } from './card-svg.ts'
import { type FontFace, faceFor, readFontFaces } from './font-faces.ts'

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

/** Turns texts into shapes with the fonts that pages use, read from `<folder>`, where `public/fonts` is. */
export function createOutliner(folder: string): (family: BundledFamily) => Outliner {
  const families = new Map<BundledFamily, FontFace[]>()
  const fonts = new Map<string, Font>()

  function facesOf(family: BundledFamily): FontFace[] {
    const faces = families.get(family) ?? readFontFaces(readSheet(folder, family))
    families.set(family, faces)
    return faces
  }

  function fontOf({ file }: FontFace): Font {
    const path = join(folder, file.replace(/^\/fonts\//, ''))
    const font = fonts.get(file) ?? (create(readFileSync(wholeFile(dirname(path), basename(path)))) as Font)
    fonts.delete(file)
    fonts.set(file, font)
    for (const oldest of fonts.keys()) {
      if (fonts.size <= FONTS_KEPT) break
      fonts.delete(oldest)
    }
    return font
  }

  function faceIn(candidates: readonly BundledFamily[], code: number): FontFace | undefined {
    for (const candidate of candidates) {
      const face = faceFor(facesOf(candidate), code)
      if (face) return face
    }
    return undefined
  }

  /** What no font has is left out: an empty box would say less. */
  function runsOf(text: string, family: BundledFamily): { face: FontFace; text: string }[] {
    const runs: { face: FontFace; text: string }[] = []
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
