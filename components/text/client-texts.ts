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

/** What account pages need in the browser, and no other page does. */
export const accountTexts = (locale: Locale): Pick<Messages, 'account'> => ({
  account: compiledTexts(messagesFor(locale).account),
})
/** What the inbox needs in the browser, and no other page does. */
export const inboxTexts = (locale: Locale): Pick<Messages, 'inbox'> => ({
  inbox: compiledTexts(messagesFor(locale).inbox),
})
/** What orders need in the browser beside `order`, and no other page does. */
export const ordersTexts = (locale: Locale): Pick<Messages, 'orders'> => ({
  orders: compiledTexts(messagesFor(locale).orders),
})

/** Taken apart already: the parser stays here (decision 0077). */
export function clientTexts(locale: Locale): ClientTexts {
  const messages = messagesFor(locale)
  return Object.fromEntries(CLIENT_NAMESPACES.map((name) => [name, compiledTexts(messages[name])])) as ClientTexts
}
