import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from '#lib/fonts/unicode-ranges.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { cutFace, type Trimmed, trimFace } from './trim-face.ts'

/** As packages of latin files say it. */
const RANGE = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212'
const TEXT = 'AVATAR To. Straße, fünf «Œuvres» 0123456789 – “ſi” 12 €'

const packages = 'node_modules/@fontsource'
const FILES: readonly [name: string, file: string, weight: string, tried: readonly number[]][] = [
  ['one that is limited', '-variable/unbounded/files/unbounded-latin-wght-normal.woff2', '200 900', [400, 650, 900]],
  ['one that is not', '-variable/nunito/files/nunito-latin-wght-normal.woff2', '200 1000', [400, 700, 900]],
  ['an italic', '-variable/cormorant/files/cormorant-latin-wght-italic.woff2', '300 700', [400, 700]],
  ['one with optical sizes', '-variable/inter/files/inter-latin-opsz-normal.woff2', '100 900', [400, 700]],
  ['one of a single weight', '/shippori-mincho/files/shippori-mincho-latin-500-normal.woff2', '500', [500]],
]

describe.each(FILES)('%s', (_, file, weight, tried) => {
  const whole = readFileSync(`${packages}${file}`)
  const trimmed = (more: Partial<Trimmed> = {}) => trimFace(whole, { range: RANGE, weight, ...more })

  it('is smaller, and sets the same text to the same width in every weight that pages ask for', async () => {
    const file = await trimmed()
    expect(file.length).toBeLessThan(whole.length * 0.97)
    for (const one of tried) {
      const [before, after] = [openFace(whole, one, 'whole'), openFace(file, one, 'trimmed')]
      expect(Math.abs(after.layout(TEXT).advanceWidth - before.layout(TEXT).advanceWidth)).toBeLessThan(2)
      expect([after.ascent, after.descent, after.lineGap]).toEqual([before.ascent, before.descent, before.lineGap])
    }
  })

  it('has every character that it had of those that its rule promises, and no others', async () => {
    const [before, after] = [openFace(whole, tried[0] ?? 400, 'w'), openFace(await trimmed(), tried[0] ?? 400, 't')]
    for (let point = 0x20; point < 0x100; point += 1)
      expect([point, after.hasGlyphForCodePoint(point)]).toEqual([point, before.hasGlyphForCodePoint(point)])
    const few = openFace(await trimmed({ range: 'U+0041-0043, U+20AC' }), tried[0] ?? 400, 'f')
    expect([...'ABC€D'].map((letter) => few.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([
      ...[true, true, true, true, false],
    ])
  })
})

describe('cutFace', () => {
  const pieces = ['、。ーァ「', '夜空席', '々'].map(codePointsOf)
  const whole = readFileSync(`${packages}/shippori-mincho/files/shippori-mincho-japanese-500-normal.woff2`)
  const cut = cutFace(whole, pieces)

  it('gives each piece its characters and no others', async () => {
    const fonts = (await cut).map((file) => openFace(file, 500, 'cut'))
    for (const [index, font] of fonts.entries())
      expect(pieces.flat().map((point) => font.hasGlyphForCodePoint(point))).toEqual(
        pieces.flatMap((piece, other) => piece.map(() => other === index)),
      )
  })

  it('keeps the shapes that characters have in upright lines', async () => {
    type Font = { layout(text: string, features: string[]): { glyphs: { id: number; path: { toSVG(): string } }[] } }
    const shapes = (file: Buffer, features: string[]) =>
      (create(file) as Font).layout('、。ーァ「', features).glyphs.map(({ path }) => path.toSVG())
    const [file = Buffer.alloc(0)] = await cut
    expect(shapes(file, ['vert'])).toEqual(shapes(whole, ['vert']))
    for (const [index, shape] of shapes(file, ['vert']).entries()) expect(shape).not.toBe(shapes(file, [])[index])
  })
})
