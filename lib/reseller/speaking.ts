import type { Locale } from '#contracts/reseller-config.ts'
import { inWords, type Word } from '#lib/language/in-words.ts'
import { localesOf } from '#lib/language/languages.ts'
import type { Site } from './site.ts'

/** Per site as it is kept in memory, so that a page in another language costs what one in the first does. */
const spoken = new WeakMap<Site, Map<Locale, Site>>()

/** The same site in another of its languages: what the reseller translated is translated, the rest stays as it was. */
export function speaking(site: Site, locale: Locale): Site {
  if (locale === site.config.locale) return site
  const known = spoken.get(site)?.get(locale)
  if (known) return known
  const made = inLanguage(site, locale)
  spoken.set(site, (spoken.get(site) ?? new Map()).set(locale, made))
  return made
}

function inLanguage(site: Site, locale: Locale): Site {
  const untranslated = new Set<string>()
  /** The translation, or the original, which is then noted. */
  const word: Word = (original, translation) => {
    if (original === undefined) return original
    if (translation === null || translation === undefined) untranslated.add(original)
    return translation ?? original
  }
  /** A picture without words is decoration in every language. */
  const alt: Word = (original, translation) => (original === '' ? '' : word(original, translation))
  const { config } = site
  return {
    ...site,
    config: {
      ...config,
      locale,
      locales: [...localesOf(config)],
      ...inWords(config, config.translations?.[locale] ?? {}, { word, alt }),
    },
    untranslated,
  }
}
