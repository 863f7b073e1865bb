import type { Locale } from '#contracts/reseller-config.ts'
import { given } from '#lib/language/given.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import { saidIn } from '#lib/language/said-in.ts'
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
  const { words, untranslated } = saidIn(config, locale)
  const own = (text: string): ClosingLine => {
    const lang = langOfWords({ config, untranslated }, text)
    return { text, ...(lang && { lang }) }
  }
  return [
    own(words.mail?.signature ?? ''),
    { text: phone ? t('questionsPhone', { email, phone }) : t('questions', { email }) },
    own(words.footer.text),
  ].filter(({ text }) => given(text) !== null)
}
