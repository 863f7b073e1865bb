import { describe, expect, test } from 'vitest'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { contrast } from '#lib/reseller/contrast.ts'
import { speaking } from '#lib/reseller/speaking.ts'
import { RESELLERS } from './all.ts'

const resellers = Object.entries(RESELLERS)

describe.each(resellers)('%s', (id, config) => {
  const { colours } = config.theme

  test('is a complete configuration, at its own host', () => {
    expect(ResellerConfig.parse(config)).toEqual(config)
    expect(config.hosts).toEqual([`${id}.localhost`])
  })

  test.each([
    ['text', 'background'],
    ['text', 'surface'],
    ['mutedText', 'background'],
    ['mutedText', 'surface'],
    ['onPrimary', 'primary'],
    ['onAccent', 'accent'],
    ['primary', 'background'],
    ['primary', 'surface'],
    ['positive', 'background'],
    ['positive', 'surface'],
    ['warning', 'background'],
    ['warning', 'surface'],
    ['negative', 'background'],
    ['negative', 'surface'],
  ] as const)('%s can be read on %s', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })
})

test('no two resellers share a colour of their brand, a display font or a style', () => {
  for (const of of [
    (config: ResellerConfig) => config.theme.colours.primary,
    (config: ResellerConfig) => config.theme.colours.background,
    (config: ResellerConfig) => config.theme.fonts.display,
    (config: ResellerConfig) => config.theme.style,
    (config: ResellerConfig) => config.logo.mark,
  ])
    expect(new Set(resellers.map(([, config]) => of(config))).size).toBe(resellers.length)
})

describe.each(resellers)('%s in its other languages', (_, config) => {
  test.each((config.locales ?? []).slice(1))('%s leaves no word untranslated', (locale) => {
    const site = { resellerId: 'demo', version: 1, host: 'demo.localhost', primaryHost: 'demo.localhost', config }
    expect([...(speaking(site, locale).untranslated ?? [])]).toEqual([])
  })
})
