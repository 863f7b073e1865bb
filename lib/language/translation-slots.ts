import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import { LEGAL_PAGES, type LegalPage, type ResellerConfig, type Translation } from '#contracts/reseller-config.ts'
import { given } from './given.ts'

/** One text of a site that another language may say in its own words. */
export interface TranslationSlot {
  /** Names it among the slots of one configuration. */
  readonly key: string
  readonly of:
    | 'tagline'
    | 'description'
    | 'holdNotice'
    | 'footerText'
    | 'title'
    | 'text'
    | 'alt'
    | 'menu'
    | 'footerLink'
    | LegalPage
    | 'signature'
  /** Which section or link, counted from 1; 0 for what there is once. */
  readonly place: number
  readonly original: string
  readonly maxLength: number
  /** The words of a translation; null where it has none, or blanks. */
  readonly read: (words: Translation) => string | null
  /** The same translation with these words; null takes them out. */
  readonly write: (words: Translation, text: string | null) => Translation
}

/**
 * Every text that has to be said in each language: in the order of the pages, then the pages of the law and what mails
 * end with. Empty ones need no translation.
 */
export function translationSlots(config: ResellerConfig): TranslationSlot[] {
  const { texts, home, navigation, footer, legal, mail } = config
  return [
    ...(['tagline', 'description', 'holdNotice'] as const).map((name) => textSlot(name, texts[name] ?? '')),
    ...home.flatMap((section, at) => {
      const text = section.type === 'hero' || section.type === 'text' ? section.text : undefined
      const alt = section.type === 'hero' || section.type === 'text' ? section.picture?.alt : undefined
      return [
        sectionSlot(
          at,
          'title',
          section.title,
          section.type === 'hero' ? TEXT_LIMITS.heroTitle : TEXT_LIMITS.sectionTitle,
        ),
        sectionSlot(at, 'text', text ?? '', section.type === 'hero' ? TEXT_LIMITS.heroText : TEXT_LIMITS.sectionText),
        sectionSlot(at, 'alt', alt ?? '', TEXT_LIMITS.alt),
      ]
    }),
    ...navigation.map(({ label }, at) => menuSlot(at, label)),
    footerTextSlot(footer.text),
    ...footer.links.map(({ label }, at) => footerLinkSlot(at, label)),
    ...LEGAL_PAGES.map((page) => legalSlot(page, legal?.[page] ?? '')),
    signatureSlot(mail?.signature ?? ''),
  ].filter(({ original }) => given(original) !== null)
}

/** How many of a site's texts a language has no words for. */
export const missingIn = (config: ResellerConfig, words: Translation): number =>
  translationSlots(config).filter(({ read }) => read(words) === null).length

function textSlot(name: 'tagline' | 'description' | 'holdNotice', original: string): TranslationSlot {
  return {
    ...{ key: name, of: name, place: 0, original, maxLength: TEXT_LIMITS[name] },
    read: ({ texts }) => given(texts?.[name]),
    write: (words, text) => ({ ...words, texts: changed(words.texts, name, text) }),
  }
}

function sectionSlot(at: number, name: 'title' | 'text' | 'alt', original: string, maxLength: number): TranslationSlot {
  return {
    ...{ key: `home.${at}.${name}`, of: name, place: at + 1, original, maxLength },
    read: ({ home }) => given(home?.[at]?.[name]),
    write: (words, text) => ({
      ...words,
      home: placed(words.home, at, changed(words.home?.[at] ?? {}, name, text)),
    }),
  }
}

const menuSlot = (at: number, original: string): TranslationSlot => ({
  ...{ key: `menu.${at}`, of: 'menu', place: at + 1, original, maxLength: TEXT_LIMITS.linkLabel },
  read: ({ navigation }) => given(navigation?.[at]),
  write: (words, text) => ({ ...words, navigation: placed(words.navigation, at, text) }),
})

const footerTextSlot = (original: string): TranslationSlot => ({
  ...{ key: 'footer', of: 'footerText', place: 0, original, maxLength: TEXT_LIMITS.footerText },
  read: ({ footer }) => given(footer?.text),
  write: (words, text) => ({ ...words, footer: changed(words.footer, 'text', text) }),
})

const footerLinkSlot = (at: number, original: string): TranslationSlot => ({
  ...{ key: `footer.${at}`, of: 'footerLink', place: at + 1, original, maxLength: TEXT_LIMITS.linkLabel },
  read: ({ footer }) => given(footer?.links?.[at]),
  write: (words, text) => ({ ...words, footer: { ...words.footer, links: placed(words.footer?.links, at, text) } }),
})

const legalSlot = (page: LegalPage, original: string): TranslationSlot => ({
  ...{ key: page, of: page, place: 0, original, maxLength: TEXT_LIMITS.legal },
  read: ({ legal }) => given(legal?.[page]),
  write: (words, text) => ({ ...words, legal: changed(words.legal, page, text) }),
})

const signatureSlot = (original: string): TranslationSlot => ({
  ...{ key: 'signature', of: 'signature', place: 0, original, maxLength: TEXT_LIMITS.signature },
  read: ({ mail }) => given(mail?.signature),
  write: (words, text) => ({ ...words, mail: changed(words.mail, 'signature', text) }),
})

function changed<T extends object>(fields: T | undefined, name: keyof T, text: string | null): T {
  const { [name]: _, ...rest } = (fields ?? {}) as T
  return (text === null ? rest : { ...rest, [name]: text }) as T
}

/** Places before it that nobody has translated yet are null. */
const placed = <T>(list: readonly (T | null)[] | undefined, at: number, entry: T | null): (T | null)[] =>
  Array.from({ length: Math.max(list?.length ?? 0, at + 1) }, (_, place) =>
    place === at ? entry : (list?.[place] ?? null),
  )
