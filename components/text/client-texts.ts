import type { Locale } from '#contracts/reseller-config.ts'
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
] as const satisfies readonly (keyof Messages)[]

export type ClientTexts = Pick<Messages, (typeof CLIENT_NAMESPACES)[number]>

export function clientTexts(locale: Locale): ClientTexts {
  const messages = messagesFor(locale)
  return Object.fromEntries(CLIENT_NAMESPACES.map((name) => [name, messages[name]])) as ClientTexts
}
