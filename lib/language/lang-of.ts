import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { firstLocaleOf, languageOf } from './languages.ts'

/*
 * `lang` attributes for what is not in the page's language: screen readers change their voice, browsers their glyphs
 * and hyphens. Undefined, so no attribute, for what is.
 */

interface Speaking {
  readonly config: Pick<ResellerConfig, 'locale' | 'locales'>
  readonly untranslated?: ReadonlySet<string>
}

/** For a reseller's own words. */
export function langOfWords({ config, untranslated }: Speaking, words: string): Locale | undefined {
  return untranslated?.has(words) ? firstLocaleOf(config) : undefined
}

/** For what core tells of a show. */
export function langOfShow({ config }: Speaking, show: { readonly language?: string | undefined }): string | undefined {
  const language = show.language ?? firstLocaleOf(config)
  return languageOf(language) === languageOf(config.locale) ? undefined : language
}
