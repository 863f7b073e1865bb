import { expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { directionOf, firstLocaleOf, localesOf, nameOf, prefixOf } from './languages.ts'

const three: Locale[] = ['en-GB', 'es-ES', 'de-DE']
const twoEnglish: Locale[] = ['de-DE', 'en-GB', 'en-US']

it.each([
  ['en-GB', three, ''],
  ['es-ES', three, '/es'],
  ['de-DE', three, '/de'],
  ['en-GB', twoEnglish, '/en-gb'],
  ['en-US', twoEnglish, '/en-us'],
] as const)('%s among %j begins its paths with “%s”', (locale, locales, prefix) => {
  expect(prefixOf(locale, locales)).toBe(prefix)
})

it('gives every language of a site a prefix of its own, whichever is first', () => {
  for (const first of Locale.options) {
    const locales = [first, ...Locale.options.filter((other) => other !== first)]
    expect(new Set(locales.map((locale) => prefixOf(locale, locales))).size).toBe(locales.length)
  }
})

it('knows the first language, also of a page in another', () => {
  expect(localesOf({ locale: 'ja-JP' })).toEqual(['ja-JP'])
  expect(firstLocaleOf({ locale: 'es-ES', locales: three })).toBe('en-GB')
})

it('calls a language by its own name, with its region only where that tells two apart', () => {
  expect(three.map((locale) => nameOf(locale, three))).toEqual(['English', 'Español', 'Deutsch'])
  expect(nameOf('ja-JP', ['ja-JP'])).toBe('日本語')
  expect(nameOf('en-US', twoEnglish)).toBe('English (United States)')
})

it('writes from right to left what is written so', () => {
  expect(['en-GB', 'ja-JP', 'ar', 'he-IL'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl'])
})
