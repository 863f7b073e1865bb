import type { Locale } from '#contracts/reseller-config.ts'
import { localesOf } from '#lib/language/languages.ts'
import { saidIn } from '#lib/language/said-in.ts'
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
  const { config } = site
  const { words, untranslated } = saidIn(config, locale)
  return { ...site, config: { ...config, ...words, locale, locales: [...localesOf(config)] }, untranslated }
}
