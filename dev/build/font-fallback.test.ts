import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { type FontMeasure, fallbackFace, SAMPLE, STROKES, type Stroke } from './font-fallback.ts'

/** Half an em for every letter. */
const even: FontMeasure = {
  unitsPerEm: 1000,
  ascent: 900,
  descent: -300,
  lineGap: 0,
  layout: (text) => ({ advanceWidth: text.length * 500 }),
}
const sample = { family: 'Sample', range: 'U+0-FF' }
const read = (css: string, name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(css)?.[1])

describe('fallbackFace', () => {
  it('is named after its family, for the weights that it was measured for', () => {
    const css = fallbackFace(sample, 'sans', 'bold', even)
    expect(css).toContain("font-family:'Sample Fallback'")
    expect(css).toContain('font-weight:600 1000')
    expect(css).toContain('unicode-range:U+0-FF')
    expect(css).toContain("local('Arial Bold')")
  })

  it('is stretched to the width of the family, and its heights shrunk by as much, so that they come out the same', () => {
    const css = fallbackFace(sample, 'sans', 'regular', even)
    const adjust = read(css, 'size-adjust') / 100
    expect((read(css, 'ascent-override') / 100) * adjust).toBeCloseTo(0.9, 3)
    expect((read(css, 'descent-override') / 100) * adjust).toBeCloseTo(0.3, 3)
    const wider = fallbackFace(sample, 'sans', 'regular', {
      ...even,
      layout: (text) => ({ advanceWidth: text.length * 750 }),
    })
    expect(read(wider, 'size-adjust') / 100 / adjust).toBeCloseTo(1.5, 3)
  })

  it('stretches less what is wide by itself', () => {
    const adjust = (kind: 'sans' | 'serif') => read(fallbackFace(sample, kind, 'regular', even), 'size-adjust')
    expect(adjust('serif')).toBeGreaterThan(adjust('sans'))
  })

  it('has a sample of nothing but letters whose widths are known', () => {
    expect(SAMPLE).toMatch(/^[a-z ]+$/)
  })
})

describe('measured from its own file', () => {
  const adjust = async (family: string, file: string, stroke: Stroke = 'regular') => {
    const bytes = await readFile(`node_modules/@fontsource-variable/${family}/files/${family}-latin-${file}.woff2`)
    const face = openFace(bytes, STROKES[stroke].weight, family, STROKES[stroke].opticalSize)
    return read(fallbackFace(sample, 'sans', stroke, face), 'size-adjust')
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
