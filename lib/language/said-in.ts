import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { given } from './given.ts'
import { inWords, type Word } from './in-words.ts'
import { firstLocaleOf } from './languages.ts'

/** What a reseller says, in one of its languages. */
interface Said {
  readonly words: Pick<ResellerConfig, 'texts' | 'home' | 'navigation' | 'footer' | 'legal' | 'mail'>
  /** Of these, what it gave in its first language only: nothing, where that is the language. */
  readonly untranslated: ReadonlySet<string>
}

/**
 * For pages and mails alike: what was translated is translated, the rest is as it was. What the first language does not
 * say is said in no other; so a picture without words is decoration in all of them.
 */
export function saidIn(config: ResellerConfig, locale: Locale): Said {
  const untranslated = new Set<string>()
  if (locale === firstLocaleOf(config)) return { words: config, untranslated }
  const word: Word = (original, translation) => {
    if (original === undefined || given(original) === null) return original
    const translated = given(translation)
    if (translated === null) untranslated.add(original)
    return translated ?? original
  }
  return { words: inWords(config, config.translations?.[locale] ?? {}, word), untranslated }
}
