import type { Locale } from '#contracts/reseller-config.ts'
import { withLanguage } from '#lib/language/language-path.ts'
import { localesOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'

/** One page under all its addresses, absolute. */
export interface PageAddresses {
  /** In the language of the site given. */
  readonly own: string
  /** In every language, the first one first; a site with one language has one. */
  readonly byLocale: readonly (readonly [Locale, string])[]
  /** For people whose language is none of these: the first language's. */
  readonly other: string
}

/** @param path the plain path, without query: what a filter leaves of a list is the list. */
export function pageAddresses({ config }: Pick<Site, 'config'>, origin: string, path: string): PageAddresses {
  const locales = localesOf(config)
  const inLocale = (locale: Locale) => origin + withLanguage(prefixOf(locale, locales), path)
  const byLocale = locales.map((locale) => [locale, inLocale(locale)] as const)
  return { own: inLocale(config.locale), byLocale, other: origin + path }
}
