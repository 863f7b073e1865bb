import type { Locale } from '#contracts/reseller-config.ts'
import { firstLocaleOf } from '#lib/language/languages.ts'
import { translator } from '#lib/text/translator.ts'
import type { Brand } from '../../brand/brand.ts'

/** One of the last lines of a mail; it may have line breaks of its own. */
export interface ClosingLine {
  readonly text: string
  /** What it is written in, where that is not the mail's language. */
  readonly lang?: Locale
}

/**
 * How every mail ends: the reseller's signature, where to ask, the words under its pages. Its own words are in `locale`
 * where they were translated; a signature that was taken out is gone in every language.
 */
export function closingLines({ config }: Brand, locale: Locale): ClosingLine[] {
  const t = translator(locale, 'mail')
  const { email, phone } = config.support
  const first = firstLocaleOf(config)
  const words = locale === first ? {} : (config.translations?.[locale] ?? {})
  const own = (original: string, translation: string | undefined): ClosingLine =>
    translation === undefined && locale !== first ? { text: original, lang: first } : { text: translation ?? original }
  const signature = config.mail?.signature
  return [
    ...(signature === undefined ? [] : [own(signature, words.mail?.signature)]),
    { text: phone ? t('questionsPhone', { email, phone }) : t('questions', { email }) },
    own(config.footer.text, words.footer?.text),
  ].filter(({ text }) => text.trim() !== '')
}
