import { createTranslator } from 'use-intl/core'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from './en.ts'
import { messagesFor } from './messages.ts'

export type Namespace = keyof Messages

/** Looks up the texts of one namespace. Unknown keys do not compile. */
export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>

export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  return createTranslator<Messages, N>({ locale, messages: messagesFor(locale), namespace })
}
