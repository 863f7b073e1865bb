import type { Locale } from '#contracts/reseller-config.ts'
import { languageOf } from '#lib/language/languages.ts'

/**
 * What a page calls a language within a sentence: “inglés” in Spanish, “Englisch” in German, with the region only where
 * the site has several of that language. On the server alone: browsers know other versions of these names.
 */
export function languageSaid(locale: Locale, locales: readonly Locale[], page: Locale): string {
  const several = locales.some((other) => other !== locale && languageOf(other) === languageOf(locale))
  const names = new Intl.DisplayNames(page, { type: 'language', languageDisplay: 'standard' })
  return names.of(several ? locale : languageOf(locale)) ?? locale
}
