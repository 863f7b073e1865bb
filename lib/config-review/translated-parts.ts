import type { LegalPage, Locale, ResellerConfig, Translation } from '#contracts/reseller-config.ts'
import { localesOf } from '#lib/language/languages.ts'
import { type TranslationSlot, translationSlots } from '#lib/language/translation-slots.ts'
import { whatIsSaid } from './what-is-said.ts'

/*
 * A translation as reports tell of it: texts that there are once by their names, sections and links as a whole, because
 * they go by place and one that moves takes the words of all that it passes to other places.
 */

export type TranslatedPart =
  | LegalPage
  | 'signature'
  | 'tagline'
  | 'description'
  | 'holdNotice'
  | 'home'
  | 'navigation'
  | 'footerText'
  | 'footerLinks'

/** What a translation says for each part, in the order of a report: what the law wants said comes first. */
const WORDS: Readonly<Record<TranslatedPart, (words: Translation) => unknown>> = {
  imprint: ({ legal }) => legal?.imprint,
  privacy: ({ legal }) => legal?.privacy,
  terms: ({ legal }) => legal?.terms,
  signature: ({ mail }) => mail?.signature,
  tagline: ({ texts }) => texts?.tagline,
  description: ({ texts }) => texts?.description,
  holdNotice: ({ texts }) => texts?.holdNotice,
  home: ({ home }) => home,
  navigation: ({ navigation }) => navigation,
  footerText: ({ footer }) => footer?.text,
  footerLinks: ({ footer }) => footer?.links,
}
const PARTS = Object.keys(WORDS) as TranslatedPart[]

/** Parts that two translations say differently. */
export const changedParts = (before: Translation, after: Translation): TranslatedPart[] =>
  PARTS.filter((part) => whatIsSaid(WORDS[part](before)) !== whatIsSaid(WORDS[part](after)))

export interface Untranslated {
  readonly kind: 'gap'
  readonly what: 'untranslated'
  readonly locale: Locale
  /** How many texts stand in the first language still, and in which parts. */
  readonly count: number
  readonly parts: readonly TranslatedPart[]
}

/**
 * For each further language of a site, what it lacks; nothing of those that lack nothing. A notice of holds never lacks:
 * without its translation our own words stand there, in the page's language.
 */
export function untranslated(config: ResellerConfig): Untranslated[] {
  const slots = translationSlots(config).filter(({ of }) => of !== 'holdNotice')
  return localesOf(config)
    .filter((locale) => locale !== config.locale)
    .flatMap((locale): Untranslated[] => {
      const missing = slots.filter(({ read }) => read(config.translations?.[locale] ?? {}) === null)
      const parts = new Set(missing.map(partOf))
      const said = { count: missing.length, parts: PARTS.filter((part) => parts.has(part)) }
      return missing.length === 0 ? [] : [{ kind: 'gap', what: 'untranslated', locale, ...said }]
    })
}

function partOf({ of }: TranslationSlot): TranslatedPart {
  switch (of) {
    case 'title':
    case 'text':
    case 'alt':
      return 'home'
    case 'menu':
      return 'navigation'
    case 'footerLink':
      return 'footerLinks'
    default:
      return of
  }
}
