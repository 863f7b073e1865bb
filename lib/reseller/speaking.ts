import type { HomeSection, Locale, ResellerConfig, Translation } from '#contracts/reseller-config.ts'
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
  const word = <T extends string | undefined>(original: T, translation: string | null | undefined): T | string => {
    if (original === undefined) return original
    if (translation === null || translation === undefined) untranslated.add(original)
    return translation ?? original
  }
  const { config } = site
  return {
    ...site,
    config: {
      ...config,
      locale,
      locales: [...localesOf(config)],
      ...translate(config, config.translations?.[locale] ?? {}, word),
    },
    untranslated,
  }
}

type Word = <T extends string | undefined>(original: T, translation: string | null | undefined) => T | string

function translate(
  config: ResellerConfig,
  { texts = {}, home = [], navigation = [], footer = {} }: Translation,
  word: Word,
) {
  return {
    texts: {
      // Without a translation of its notice a page shows ours, which there is in every language.
      tagline: word(config.texts.tagline, texts.tagline),
      description: word(config.texts.description, texts.description),
      ...(texts.holdNotice !== undefined && { holdNotice: texts.holdNotice }),
    },
    home: config.home.map((section, index) => translateSection(section, home[index] ?? {}, word)),
    navigation: config.navigation.map(({ label, href }, index) => ({ label: word(label, navigation[index]), href })),
    footer: {
      text: word(config.footer.text, footer.text),
      links: config.footer.links.map(({ label, href }, index) => ({ label: word(label, footer.links?.[index]), href })),
    },
  }
}

function translateSection(
  section: HomeSection,
  given: NonNullable<NonNullable<Translation['home']>[number]>,
  word: Word,
): HomeSection {
  const title = word(section.title, given.title)
  switch (section.type) {
    case 'hero': {
      const text = section.text !== undefined && { text: word(section.text, given.text) }
      return { ...section, title, ...text, ...translatePicture(section, given, word) }
    }
    case 'text':
      return { ...section, title, text: word(section.text, given.text), ...translatePicture(section, given, word) }
    default:
      return { ...section, title }
  }
}

/** A picture without words is decoration in every language. */
function translatePicture(
  { picture }: Extract<HomeSection, { type: 'hero' | 'text' }>,
  { alt }: { readonly alt?: string | undefined },
  word: Word,
) {
  return picture && { picture: { ...picture, alt: picture.alt === '' ? '' : word(picture.alt, alt) } }
}
