import type { Locale } from '#contracts/reseller-config.ts'
import { compiledTexts } from '#lib/text/compiled-texts.ts'
import type { Messages } from '#lib/text/en.ts'
import { messagesFor } from '#lib/text/messages.ts'

/** Some namespaces as browsers get them, taken apart already: the parser stays here (decision 0077). */
export function textsFor<N extends keyof Messages>(locale: Locale, namespaces: readonly N[]): Pick<Messages, N> {
  const messages = messagesFor(locale)
  return Object.fromEntries(namespaces.map((name) => [name, compiledTexts(messages[name])])) as Pick<Messages, N>
}
