import type { Locale } from '#contracts/reseller-config.ts'

/**
 * Languages by their own names, each with its region. Written down, because browsers and servers know different
 * versions of such names, and a page that is made by both has to say the same.
 */
const NAMES: Readonly<Record<Locale, string>> = {
  'en-GB': 'English (UK)',
  'en-US': 'English (US)',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'ja-JP': '日本語',
}

export const languageName = (locale: Locale): string => NAMES[locale]
