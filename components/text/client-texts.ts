import type { Locale } from '#contracts/reseller-config.ts'
import { compiledTexts } from '#lib/text/compiled-texts.ts'
import type { Messages } from '#lib/text/en.ts'
import { messagesFor } from '#lib/text/messages.ts'

/** Namespaces that components in the browser use; the rest stays on the server. */
const CLIENT_NAMESPACES = [
  'show',
  'price',
  'stock',
  'tickets',
  'seats',
  'selection',
  'together',
  'banner',
  'live',
  'hold',
  'checkout',
  'order',
  'ticket',
  'problem',
  'bell',
  'announcement',
  'waitlist',
] as const satisfies readonly (keyof Messages)[]

export type ClientTexts = Pick<Messages, (typeof CLIENT_NAMESPACES)[number]>

/** Taken apart already: the parser stays here (decision 0077). */
export function textsFor<N extends keyof Messages>(locale: Locale, namespaces: readonly N[]): Pick<Messages, N> {
  const messages = messagesFor(locale)
  return Object.fromEntries(namespaces.map((name) => [name, compiledTexts(messages[name])])) as Pick<Messages, N>
}

/** What every page of a shop needs; pages that need more hand it over themselves. */
export const clientTexts = (locale: Locale): ClientTexts => textsFor(locale, CLIENT_NAMESPACES)
