import type { Show } from '#contracts/show.ts'
import { mailShow } from '#lib/format/mailed-order.ts'
import { asReseller } from '../as-reseller.ts'
import type { Brand } from '../brand/brand.ts'
import type { CoreClient } from '../core/client.ts'
import type { Database, Transaction } from '../database.ts'
import type { OrderLinks, OrderOfLink } from '../orders/order-links.ts'
import { heardVersion, heardVersionForNow } from './heard-shows.ts'
import { isNews } from './is-news.ts'
import { type News, tell } from './tell.ts'
import { lockVisits, type ShowState, updateVisits, type Visit } from './visits.ts'

/** Buyers told in one transaction: some hundred rows each of four tables, well within its time. */
const VISITS_AT_A_TIME = 200

interface Telling {
  readonly database: Database
  readonly core: Pick<CoreClient, 'show'>
  readonly links: OrderLinks
}

/**
 * Asks core about a show and tells each of its buyers at one reseller what has changed since they were told last, and
 * remembers it. Whoever knows already hears nothing, so this may be done again and again, and by several at a time: when
 * another change is heard of meanwhile, core is asked anew, however often people change a show.
 * @param cause names what made us look, the same when it is looked at again
 * @returns whether core knows the show
 * @throws what {@link CoreClient.show} does
 */
export async function tellOfChanges(telling: Telling, brand: Brand, showId: string, cause: string): Promise<boolean> {
  for (;;) {
    const heard = await heardVersion(telling.database, showId)
    const shown = await telling.core.show(brand.resellerId, showId)
    if (shown === null) return false
    if (await tellAll(telling, brand, { now: showState(shown), heard, cause })) return true
  }
}

interface Change {
  readonly now: ShowState
  /** The version that had been heard of before core was asked. */
  readonly heard: bigint | null
  readonly cause: string
}

/** @returns false when it may have got old */
async function tellAll({ database, links }: Telling, brand: Brand, change: Change): Promise<boolean> {
  for (let after = ''; ; ) {
    const some = await asReseller(database, brand.resellerId, (transaction) =>
      tellSome(transaction, brand, change, { after, links }),
    )
    if (some === null) return false
    const last = some.at(-1)
    if (last === undefined || some.length < VISITS_AT_A_TIME) return true
    after = last.orderId
  }
}

/** @returns whose turn it was; null, and nobody is told, when another change was heard of since core was asked */
async function tellSome(
  transaction: Transaction,
  brand: Brand,
  { now, heard, cause }: Change,
  { after, links }: { after: string; links: OrderLinks },
): Promise<Visit[] | null> {
  if ((await heardVersionForNow(transaction, now.show.id)) !== heard) return null
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

/** A show of core's as visits remember it. */
export const showState = (shown: Show): ShowState => ({
  show: mailShow(shown),
  cancelled: shown.status === 'cancelled',
})

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
