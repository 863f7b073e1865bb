import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { firstLocaleOf, localesOf } from './languages.ts'
import { inStaffLanguage, staffLanguage } from './staff-language.ts'

it.each([
  ['de-DE', 'de-DE'],
  ['ja-JP', 'ja-JP'],
  [undefined, null],
  [null, null],
  ['', null],
  ['de', null],
  ['DE-de', null],
  ['fr-FR', null],
  ['de-DE,de;q=0.9', null],
  ['de-DE; Path=/', null],
  ['__proto__', null],
])('reads %j as %j', (said, locale) => {
  expect(staffLanguage(said)).toBe(locale)
})

it('speaks to staff in a language that the shop has not, and leaves the shop its own', () => {
  const site = { config: exampleConfig({ locale: 'ja-JP' }) }
  const spoken = inStaffLanguage(site, 'de-DE')
  expect(spoken.config.locale).toBe('de-DE')
  expect(localesOf(spoken.config)).toEqual(['ja-JP'])
  expect(firstLocaleOf(spoken.config)).toBe('ja-JP')
  expect(site.config.locale).toBe('ja-JP')
})

it('speaks as the shop does to who has chosen nothing', () => {
  const site = { config: exampleConfig({ locale: 'ja-JP' }) }
  expect(inStaffLanguage(site, null)).toBe(site)
})
