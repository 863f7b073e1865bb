import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { type Cut, type FontMeasure, fallbackFace, SAMPLE, STROKES } from './font-fallback.ts'
import { STAND_INS, type Stroke } from './stand-ins.ts'

/** Half an em for every letter. */
const even: FontMeasure = {
  unitsPerEm: 1000,
  ascent: 900,
  descent: -300,
  lineGap: 0,
  layout: (text) => ({ advanceWidth: text.length * 500 }),
}
const upright: Cut = { kind: 'sans', slant: 'normal', stroke: 'regular' }
const sample = { family: 'Sample', range: 'U+0-FF' }
const read = (css: string, name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(css)?.[1])

describe('fallbackFace', () => {
  it('is named after its family, for the weights that it was measured for', () => {
    const css = fallbackFace(sample, { ...upright, stroke: 'bold' }, even)
    expect(css).toContain("font-family:'Sample Fallback'")
    expect(css).toContain('font-weight:600 1000')
    expect(css).toContain('unicode-range:U+0-FF')
    expect(css).toContain("local('Arial Bold')")
  })

  it('is stretched to the width of the family, and its heights shrunk by as much, so that they come out the same', () => {
    const css = fallbackFace(sample, upright, even)
    const adjust = read(css, 'size-adjust') / 100
    expect((read(css, 'ascent-override') / 100) * adjust).toBeCloseTo(0.9, 3)
    expect((read(css, 'descent-override') / 100) * adjust).toBeCloseTo(0.3, 3)
    const wider = fallbackFace(sample, upright, {
      ...even,
      layout: (text) => ({ advanceWidth: text.length * 750 }),
    })
    expect(read(wider, 'size-adjust') / 100 / adjust).toBeCloseTo(1.5, 3)
  })

  it('stretches less what is wide by itself', () => {
    const adjust = (kind: 'sans' | 'serif') => read(fallbackFace(sample, { ...upright, kind }, even), 'size-adjust')
    expect(adjust('serif')).toBeGreaterThan(adjust('sans'))
  })

  it('is slanted where the family is, and by its own widths', () => {
    const css = fallbackFace(sample, { kind: 'serif', slant: 'italic', stroke: 'regular' }, even)
    expect(css).toContain('font-style:italic')
    expect(css).toContain("local('Times New Roman Italic')")
    const straight = fallbackFace(sample, { ...upright, kind: 'serif' }, even)
    expect(read(css, 'size-adjust')).not.toBe(read(straight, 'size-adjust'))
  })

  it('knows the width of a space and of every letter, in all cuts', () => {
    const cuts = Object.values(STAND_INS).flatMap((kind) =>
      Object.values(kind).flatMap((slant) => Object.values(slant)),
    )
    expect(cuts).toHaveLength(8)
    for (const { widths } of cuts) expect(widths).toMatch(/^\d{3}(?: \d{3}){26}$/)
  })

  it('has a sample of nothing but letters whose widths are known', () => {
    expect(SAMPLE).toMatch(/^[a-z ]+$/)
  })
})

describe('measured from its own file', () => {
  const adjust = async (family: string, file: string, stroke: Stroke = 'regular') => {
    const bytes = await readFile(`node_modules/@fontsource-variable/${family}/files/${family}-latin-${file}.woff2`)
    const face = openFace(bytes, STROKES[stroke].weight, family, STROKES[stroke].opticalSize)
    return read(fallbackFace(sample, { ...upright, stroke }, face), 'size-adjust')
  }

  it('Inter is a little wider than Arial, and Unbounded much', async () => {
    expect(await adjust('inter', 'wght-normal')).toBeGreaterThan(103)
    expect(await adjust('inter', 'wght-normal')).toBeLessThan(112)
    expect(await adjust('unbounded', 'wght-normal')).toBeGreaterThan(125)
  })

  it('a family with optical sizes is measured as browsers draw text and titles, not as its file is by default', async () => {
    const bytes = await readFile('node_modules/@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2')
    const wide = (opticalSize?: number) => openFace(bytes, 400, 'fraunces', opticalSize).layout(SAMPLE).advanceWidth
    expect(wide(40)).toBeLessThan(wide(17))
    expect(wide(17)).toBeLessThan(wide())
  })
})
