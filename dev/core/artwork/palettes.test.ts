import { expect, test } from 'vitest'
import { luminance } from './colour.ts'
import { PALETTES } from './palettes.ts'

test('there are at least twenty palettes, each with its own name', () => {
  expect(PALETTES.length).toBeGreaterThanOrEqual(20)
  expect(new Set(PALETTES.map(({ name }) => name)).size).toBe(PALETTES.length)
})

test.each(PALETTES)('$name holds six hex colours, ink the darkest and paper the lightest', (palette) => {
  const { ink, deep, main, pop, glow, paper } = palette
  const colours = [ink, deep, main, pop, glow, paper]
  for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  const lights = colours.map(luminance)
  expect(Math.min(...lights)).toBe(luminance(ink))
  expect(Math.max(...lights)).toBe(luminance(paper))
  expect(luminance(paper) - luminance(ink)).toBeGreaterThan(0.7)
})
