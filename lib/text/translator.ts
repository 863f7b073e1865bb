import { createTranslator } from 'use-intl/core'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from './en.ts'
import { isolatedValues } from './isolated.ts'
import { messagesFor } from './messages.ts'

export type Namespace = keyof Messages

/** Looks up the texts of one namespace. Unknown keys do not compile. */
export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>

type Write = (key: string, values?: object) => string

/** Isolates values as `format-message.ts` does, which only Next puts in place: mails are written without it. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const t = createTranslator<Messages, N>({ locale, messages: messagesFor(locale), namespace })
  const write = t as unknown as Write
  const isolating: Write = (key, values) => write(key, values && isolatedValues(values))
  return Object.assign(isolating, t) as Translator<N>
}
