import type { MailOrder, MailShow } from '#contracts/mail.ts'
import type { Order } from '#contracts/order.ts'
import type { Show } from '#contracts/show.ts'

/** An order as a mail names it. */
export function mailOrder({ id, code, buyer, items, total }: Order): MailOrder {
  return { id, code, name: buyer.name, tickets: items.reduce((sum, { quantity }) => sum + quantity, 0), total }
}

/** A show as a mail names it. */
export function mailShow({ id, title, startsAt, doorsAt, venue }: Show): MailShow {
  return {
    ...{ id, title, startsAt, timeZone: venue.timeZone, venue: venue.name, address: venue.address, city: venue.city },
    ...(doorsAt ? { doorsAt } : {}),
  }
}
