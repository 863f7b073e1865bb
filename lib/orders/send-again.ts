import type { Order } from '#contracts/order.ts'
import { findShow } from '#lib/core/shows.ts'
import { asReseller } from '#lib/database/database.ts'
import { mailOrder, mailShow } from '#lib/format/mailed-order.ts'
import { addMail, type SiteMail } from '#lib/mail/queue-mail.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { linkExpiryMs, orderLink } from '#platform/order-link.ts'
import { type Opener, openOrder } from './orders.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment' | 'recentAnswers'>

/** Once an hour and order: enough for a mail that got lost, too little to annoy whoever bought with a link to it. */
const WINDOW_MS = 60 * 60_000

/** What all mails that were sent again are named by, before the window. */
export const sentAgainKey = (orderId: string): string => `again:${orderId}:`

/** Seconds until a mail that was sent again in this window may be so once more. */
export const againInS = (nowMs: number): number => Math.ceil((WINDOW_MS - (nowMs % WINDOW_MS)) / 1_000)

export type SendAgainOutcome = 'sent' | 'sent-before' | 'unknown-order'

/** {@link mailAgain} for an order's buyer, or whoever has a link to it. @throws CoreUnavailable */
export async function sendAgain(
  site: Site,
  opener: Opener,
  orderId: string,
  nowMs: number,
  deps: Deps,
): Promise<SendAgainOutcome> {
  const order = await openOrder(site, opener, orderId, deps)
  return order === null ? 'unknown-order' : mailAgain(site, order, nowMs, deps)
}

/**
 * Mails a confirmed order's confirmation once more, to the address that it was bought with and to no other, in the
 * language that the site speaks. The window is part of the mail's own key, so the database keeps the limit: for two
 * clicks, two tabs and two processes alike, and whether its buyer asks or the staff.
 * @throws CoreUnavailable
 */
export async function mailAgain(site: Site, order: Order, nowMs: number, deps: Deps): Promise<SendAgainOutcome> {
  const show = await findShow(site, order.showId, deps)
  if (!show || order.status !== 'confirmed') return 'unknown-order'
  const linked = { resellerId: site.resellerId, orderId: order.id, customerRef: order.customerRef }
  const url = orderLink(deps.environment.orderLinkSecret, linked, linkExpiryMs(show.startsAt, nowMs))
  const mail: SiteMail = {
    kind: 'order.confirmed',
    data: { order: mailOrder(order), show: mailShow(show), url },
    to: order.buyer.email,
    dedupeKey: sentAgainKey(order.id) + Math.floor(nowMs / WINDOW_MS),
  }
  const written = await asReseller(deps.database, site.resellerId, (transaction) => addMail(transaction, site, mail))
  return written ? 'sent' : 'sent-before'
}
