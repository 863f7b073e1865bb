import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { brandIcon, iconAddress } from './brand-icon.ts'

const { logo, theme } = exampleConfig({})
const picture = { id: 'a'.repeat(64), width: 400, height: 400 }

it('is the mark on the brand’s own colour, as data for a page', () => {
  const icon = brandIcon({ ...logo, mark: 'none', wordmark: '<Aurora' }, theme)
  expect(icon).toEqual({ svg: expect.stringContaining(`fill="${theme.colours.primary}"`) })
  expect(icon).toEqual({ svg: expect.stringContaining('>&#60;</text>') })
  expect(iconAddress(icon)).toMatch(/^data:image\/svg\+xml,%3Csvg/)
})

it('is an uploaded logo that is about square, not one that would be a smear', () => {
  const square = brandIcon({ ...logo, picture: { ...picture, height: 330 } }, theme)
  expect(square).toEqual({ picture: expect.stringMatching(/^\/media\//) })
  expect(iconAddress(square)).toMatch(/^\/media\//)
  expect(brandIcon({ ...logo, picture: { ...picture, height: 100 } }, theme)).toHaveProperty('svg')
})
