import { type HomeSection, LEGAL_PAGES, type ResellerConfig, type Translation } from '#contracts/reseller-config.ts'
import { given } from './given.ts'

/** What stands where a text stood: its translation, or whatever else when there is none. */
export type Word = <T extends string | undefined>(original: T, translation: string | null | undefined) => T | string

/**
 * All that a configuration says, said in a translation. Lists go by place, as translations do; what the translation has
 * no words for is for `word` to say, and so is what only the translation has. A notice of holds that it lacks is left
 * out: ours there is in every language.
 */
export function inWords(config: ResellerConfig, translation: Translation, word: Word) {
  const { texts = {}, home = [], navigation = [], footer = {} } = translation
  const legal = LEGAL_PAGES.flatMap((page) => {
    const text = word(config.legal?.[page], translation.legal?.[page])
    return text === undefined ? [] : [[page, text] as const]
  })
  const holdNotice = given(texts.holdNotice)
  const signature = word(config.mail?.signature, translation.mail?.signature)
  return {
    texts: {
      tagline: word(config.texts.tagline, texts.tagline),
      description: word(config.texts.description, texts.description),
      ...(holdNotice !== null && { holdNotice }),
    },
    home: config.home.map((section, at) => sectionInWords(section, home[at] ?? {}, word)),
    navigation: config.navigation.map(({ label, href }, at) => ({ label: word(label, navigation[at]), href })),
    footer: {
      text: word(config.footer.text, footer.text),
      links: config.footer.links.map(({ label, href }, at) => ({ label: word(label, footer.links?.[at]), href })),
    },
    ...(legal.length > 0 && { legal: Object.fromEntries(legal) }),
    ...(signature !== undefined && { mail: { ...config.mail, signature } }),
  }
}

function sectionInWords(
  section: HomeSection,
  words: NonNullable<NonNullable<Translation['home']>[number]>,
  word: Word,
): HomeSection {
  const title = word(section.title, words.title)
  if (section.type !== 'hero' && section.type !== 'text') return { ...section, title }
  const picture = section.picture && { picture: { ...section.picture, alt: word(section.picture.alt, words.alt) } }
  if (section.type === 'text') return { ...section, title, text: word(section.text, words.text), ...picture }
  return { ...section, title, ...(section.text !== undefined && { text: word(section.text, words.text) }), ...picture }
}
