import { expect, test } from 'vitest'
import { darkToLight, luminance, mix, overprint } from './colour.ts'

test('luminance runs from black to white', () => {
  expect(luminance('#000000')).toBe(0)
  expect(luminance('#ffffff')).toBeCloseTo(1, 5)
  expect(luminance('#00ff00')).toBeGreaterThan(luminance('#ff0000'))
})

test.each([
  ['#123456', '#fedcba', 0, '#123456'],
  ['#123456', '#fedcba', 1, '#fedcba'],
  ['#000000', '#ffffff', 0.5, '#636363'],
  ['#ff0000', '#ff0000', 0.3, '#ff0000'],
])('mixing %s with %s at %s gives %s', (from, to, share, expected) => {
  expect(mix(from, to, share)).toBe(expected)
})

test('overprinted inks multiply: paper leaves an ink as it is, black stays black', () => {
  expect(overprint('#ffffff', '#3a6fe0')).toBe('#3a6fe0')
  expect(overprint('#000000', '#3a6fe0')).toBe('#000000')
  expect(overprint('#ffff00', '#00ffff')).toBe('#00ff00')
})

test('colours sort from dark to light without touching the list', () => {
  const colours = ['#ffffff', '#000000', '#ff0000']
  expect(darkToLight(colours)).toEqual(['#000000', '#ff0000', '#ffffff'])
  expect(colours[0]).toBe('#ffffff')
})
