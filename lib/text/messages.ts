import type { Locale } from '#contracts/reseller-config.ts'
import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { enUs } from './en-us.ts'
import { es } from './es.ts'
import { ja } from './ja.ts'

const MESSAGES: Record<Locale, Messages> = { 'en-GB': en, 'en-US': enUs, 'de-DE': de, 'es-ES': es, 'ja-JP': ja }

export const messagesFor = (locale: Locale): Messages => MESSAGES[locale]
