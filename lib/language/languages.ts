import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'

type Languages = Pick<ResellerConfig, 'locale' | 'locales'>

/** All languages of a site, the first one first. The same whichever of them a page speaks. */
export const localesOf = ({ locale, locales }: Languages): readonly Locale[] => locales ?? [locale]

/** The language whose pages have plain paths, and in which the reseller wrote its words. */
export const firstLocaleOf = (config: Languages): Locale => localesOf(config)[0] ?? config.locale

/**
 * What the paths of a language begin with: nothing for the first one, `/de` for German, `/en-us` where a site has
 * several kinds of English.
 */
export function prefixOf(locale: Locale, locales: readonly Locale[]): string {
  if (locale === locales[0]) return ''
  const alone = locales.filter((other) => languageOf(other) === languageOf(locale)).length === 1
  return `/${alone ? languageOf(locale) : locale.toLowerCase()}`
}

/** `de` of `de-DE`. */
export const languageOf = (locale: string): string => locale.split('-', 1)[0] as string

/** Scripts written from right to left. None of our texts are yet; what core sends may be. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** For the `dir` attribute. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr')

/** A language's own name for itself, with its region only where the site has several of that language. */
export function nameOf(locale: Locale, locales: readonly Locale[]): string {
  const several = locales.some((other) => other !== locale && languageOf(other) === languageOf(locale))
  const name = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(
    several ? locale : languageOf(locale),
  )
  const [first = '', ...rest] = name ?? locale
  return first.toLocaleUpperCase(locale) + rest.join('')
}
