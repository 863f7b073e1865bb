import type { MailOrder, MailShow } from '#contracts/mail.ts'
import type { Order } from '#contracts/order.ts'
import type { Show } from '#contracts/show.ts'

/** How many tickets an order is of. */
export const ticketsOf = (items: Order['items']): number => items.reduce((sum, { quantity }) => sum + quantity, 0)

/** An order as mails name it. */
export function mailOrder({ id, code, buyer, items, total }: Order): MailOrder {
  return { id, code, name: buyer.name, tickets: ticketsOf(items), total }
}

/** A show as mails name it. */
export function mailShow({ id, title, startsAt, doorsAt, venue }: Show): MailShow {
  return {
    ...{ id, title, startsAt, timeZone: venue.timeZone, venue: venue.name, address: venue.address, city: venue.city },
    ...(doorsAt ? { doorsAt } : {}),
  }
}
