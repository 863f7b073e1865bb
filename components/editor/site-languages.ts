import type { HomeSection, Locale, ResellerConfig, Translation } from '#contracts/reseller-config.ts'
import { given } from '#lib/language/given.ts'
import { inWords, type Word } from '#lib/language/in-words.ts'
import { localesOf } from '#lib/language/languages.ts'

/** The site in one more language. Words that were written for it once come back. */
export const withLanguage = (config: ResellerConfig, locale: Locale): ResellerConfig =>
  localesOf(config).includes(locale) ? config : { ...config, locales: [...localesOf(config), locale] }

/** Without a language that is not its first. Its translations stay, for when somebody changes their mind. */
export function withoutLanguage(config: ResellerConfig, locale: Locale): ResellerConfig {
  if (locale === config.locale) return config
  return { ...config, locales: localesOf(config).filter((other) => other !== locale) }
}

/**
 * What was never translated stays. Where the first language's words were taken out (a picture's, a legal text), the
 * translation still counts: it is not to be lost.
 */
const word: Word = (original, translation) => given(translation) ?? original

/**
 * Another language first: plain paths are in it, and so is what the configuration itself says. Words change places with
 * their translation; what was never translated stays as it was. Nothing that was written is lost.
 */
export function withFirstLanguage(config: ResellerConfig, locale: Locale): ResellerConfig {
  if (locale === config.locale || !localesOf(config).includes(locale)) return config
  const { [locale]: words = {}, ...others } = config.translations ?? {}
  return {
    ...config,
    ...inWords(config, words, word),
    locale,
    locales: [locale, ...localesOf(config).filter((other) => other !== locale)],
    translations: { ...others, [config.locale]: wordsOf(config) },
  }
}

/** Everything that a configuration says, as the translation that would say it. */
export function wordsOf({ texts, home, navigation, footer, legal, mail }: ResellerConfig): Translation {
  return {
    texts: { ...texts },
    home: home.map(sectionWords),
    navigation: navigation.map(({ label }) => label),
    footer: { text: footer.text, links: footer.links.map(({ label }) => label) },
    ...(legal && { legal: { ...legal } }),
    ...(mail?.signature && { mail: { signature: mail.signature } }),
  }
}

function sectionWords(section: HomeSection): NonNullable<NonNullable<Translation['home']>[number]> {
  const { title } = section
  if (section.type !== 'hero' && section.type !== 'text') return { title }
  const alt = section.picture?.alt
  return { title, ...(section.text && { text: section.text }), ...(alt && { alt }) }
}
