import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { type FontMeasure, fallbackFace, SAMPLE } from './font-fallback.ts'

/** Half an em for every letter. */
const even: FontMeasure = {
  unitsPerEm: 1000,
  ascent: 900,
  descent: -300,
  lineGap: 0,
  layout: (text) => ({ advanceWidth: text.length * 500 }),
}
const read = (css: string, name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(css)?.[1])

describe('fallbackFace', () => {
  it('is named after its family, for the weights that it was measured for', () => {
    const css = fallbackFace('Sample', 'sans', 'bold', even)
    expect(css).toContain("font-family:'Sample Fallback'")
    expect(css).toContain('font-weight:600 1000')
    expect(css).toContain("local('Arial Bold')")
  })

  it('is stretched to the width of the family, and its heights shrunk by as much, so that they come out the same', () => {
    const css = fallbackFace('Sample', 'sans', 'regular', even)
    const adjust = read(css, 'size-adjust') / 100
    expect((read(css, 'ascent-override') / 100) * adjust).toBeCloseTo(0.9, 3)
    expect((read(css, 'descent-override') / 100) * adjust).toBeCloseTo(0.3, 3)
    const wider = fallbackFace('Sample', 'sans', 'regular', {
      ...even,
      layout: (text) => ({ advanceWidth: text.length * 750 }),
    })
    expect(read(wider, 'size-adjust') / 100 / adjust).toBeCloseTo(1.5, 3)
  })

  it('stretches less what is wide by itself', () => {
    const adjust = (kind: 'sans' | 'serif') => read(fallbackFace('Sample', kind, 'regular', even), 'size-adjust')
    expect(adjust('serif')).toBeGreaterThan(adjust('sans'))
  })

  it('has a sample of nothing but letters whose widths are known', () => {
    expect(SAMPLE).toMatch(/^[a-z ]+$/)
  })
})

it('knows that Inter is a little wider than Arial, and Unbounded much', async () => {
  const adjust = async (family: string, file: string) => {
    const bytes = await readFile(`node_modules/@fontsource-variable/${family}/files/${file}`)
    const face = openFace(bytes, 400, family)
    return read(fallbackFace(family, 'sans', 'regular', face), 'size-adjust')
  }
  expect(await adjust('inter', 'inter-latin-wght-normal.woff2')).toBeGreaterThan(104)
  expect(await adjust('inter', 'inter-latin-wght-normal.woff2')).toBeLessThan(112)
  expect(await adjust('unbounded', 'unbounded-latin-wght-normal.woff2')).toBeGreaterThan(125)
})
