import { asReseller } from '../as-reseller.ts'
import type { Brand } from '../brand/brand.ts'
import type { Database, Transaction } from '../database.ts'
import type { OrderLinks, OrderOfLink } from '../orders/order-links.ts'
import { isNews } from './mail-show.ts'
import { type News, tell } from './tell.ts'
import { lockVisits, type ShowState, updateVisits, type Visit } from './visits.ts'

/** Buyers told in one transaction: some hundred rows each of four tables, well within its time. */
const VISITS_AT_A_TIME = 200

/**
 * Tells every buyer of a show at one reseller what has changed since they were told last, and remembers it. Whoever knows
 * already hears nothing, so this may be done again and again.
 * @param cause names what made us look, the same when it is looked at again
 */
export async function tellOfChanges(
  { database, links }: { readonly database: Database; readonly links: OrderLinks },
  brand: Brand,
  now: ShowState,
  cause: string,
): Promise<void> {
  for (let after = ''; ; ) {
    const some = await asReseller(database, brand.resellerId, (transaction) =>
      tellSome(transaction, brand, now, { cause, after, links }),
    )
    const last = some.at(-1)
    if (last === undefined || some.length < VISITS_AT_A_TIME) return
    after = last.orderId
  }
}

async function tellSome(
  transaction: Transaction,
  brand: Brand,
  now: ShowState,
  { cause, after, links }: { cause: string; after: string; links: OrderLinks },
): Promise<Visit[]> {
  const visits = await lockVisits(transaction, brand.resellerId, now.show.id, { after, most: VISITS_AT_A_TIME })
  const news = visits.filter((visit) => isUnknownTo(visit, now))
  await tell(
    transaction,
    brand,
    changeNews(news, now, cause, (order) => links(brand.resellerId, order)),
  )
  const stale = visits.filter(
    (visit) => news.includes(visit) || JSON.stringify(visit.show) !== JSON.stringify(now.show),
  )
  await updateVisits(transaction, brand.resellerId, stale, now)
  return visits
}

/** Whether something of a show is to be told to who comes to it. */
export const isUnknownTo = (visit: Visit, now: ShowState): boolean =>
  visit.cancelled !== now.cancelled || (!now.cancelled && isNews(visit.show, now.show))

/**
 * What {@link isUnknownTo} compares, in words. A key has it beside the cause: one event may be read again when core says
 * something else by then, which has to be told, too; and a show may move back to where it was, by another event.
 */
const stateInWords = ({ show: { startsAt, venue, city }, cancelled }: ShowState): string =>
  cancelled ? 'cancelled' : `${new Date(startsAt).toISOString()}:${venue}:${city}`

/** One piece of news per buyer and address, however many orders they have; it leads to the newest of them. */
function changeNews(
  visits: readonly Visit[],
  now: ShowState,
  cause: string,
  link: (order: OrderOfLink) => string,
): News[] {
  const { show, cancelled } = now
  const what = `show.changed:${cause}:${show.id}:${stateInWords(now)}`
  const buyers = new Map(visits.map((visit) => [`${visit.customerRef}:${visit.recipient}`, visit]))
  return [...buyers].map(([buyer, { orderId, customerRef, code, recipient, locale, show: before }]) => ({
    ...{ customerRef, kind: 'show.changed', to: recipient, locale, dedupeKey: `${what}:${buyer}` },
    data: {
      ...{ orderId, code, showId: show.id, title: show.title, startsAt: show.startsAt, timeZone: show.timeZone },
      cancelled,
    },
    mail: {
      kind: 'show.changed',
      data: { show, url: link({ orderId, customerRef, startsAt: show.startsAt }), cancelled, before },
    },
  }))
}
