import { expect, it } from 'vitest'
import { FONT_FAMILIES } from '#contracts/theme.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { themeRule, themeVariables } from './theme-variables.ts'

const { theme } = exampleConfig()

it('names every colour, the fonts, the corners and the density', () => {
  expect(themeVariables(theme)).toMatchObject({
    '--background': '#ffffff',
    '--muted-text': '#555555',
    '--on-primary': '#ffffff',
    '--font-display': "'Inter Variable', 'Inter Variable Fallback', sans-serif",
    '--radius': '0.625rem',
  })
})

it('is one rule that cannot be left, for every font there is', () => {
  for (const family of FONT_FAMILIES) {
    const rule = themeRule({ ...theme, fonts: { display: family, body: family } })
    expect(rule).toMatch(/^:root\{color-scheme:light;(--[a-z-]+:[#\w\s',.-]+;?)+\}$/)
  }
})
