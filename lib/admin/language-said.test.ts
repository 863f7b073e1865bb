import { expect, it } from 'vitest'
import type { Locale } from '#contracts/reseller-config.ts'
import { languageSaid } from './language-said.ts'

it.each<[Locale, Locale, string]>([
  ['es-ES', 'es-ES', 'español'],
  ['en-GB', 'es-ES', 'inglés'],
  ['en-GB', 'de-DE', 'Englisch'],
  ['en-GB', 'ja-JP', '英語'],
  ['de-DE', 'en-GB', 'German'],
])('calls %s on a page in %s “%s”', (locale, page, said) => {
  expect(languageSaid(locale, ['es-ES', 'en-GB', 'de-DE'], page)).toBe(said)
})

it('tells two kinds of one language apart', () => {
  expect(languageSaid('en-US', ['en-GB', 'en-US'], 'de-DE')).toBe('Englisch (Vereinigte Staaten)')
})
