import type { OrderEvent } from '#contracts/core-event.ts'
import type { MailShow } from '#contracts/mail.ts'
import type { NotificationKind } from '#contracts/notification.ts'
import type { Order } from '#contracts/order.ts'
import { mailOrder } from '#lib/format/mailed-order.ts'
import type { News } from './tell.ts'

/** The statuses that a buyer hears of; that a payment is awaited they see themselves. */
const KINDS = {
  confirmed: 'order.confirmed',
  failed: 'order.failed',
  refunded: 'order.refunded',
  cancelled: 'order.cancelled',
} as const satisfies Partial<Record<Order['status'], NotificationKind>>

export type ToldStatus = keyof typeof KINDS

export const isTold = (status: Order['status']): status is ToldStatus => Object.hasOwn(KINDS, status)

/**
 * What a buyer hears of a status of their order. An order has each of them once, so that is what names it.
 * @param link opens the order for whoever has the mail
 * @param locale the language it was bought in
 */
export function orderNews(
  event: OrderEvent & { status: ToldStatus },
  order: Order,
  show: MailShow,
  { link, locale }: { readonly link: string; readonly locale: string | null },
): News {
  const kind = KINDS[event.status]
  const { id: orderId, code } = order
  const url = kind === 'order.failed' ? `/shows/${show.id}` : link
  const data = { order: mailOrder(order), show, url }
  return {
    ...{ customerRef: event.customerRef, kind, dedupeKey: `${kind}:${orderId}`, to: order.buyer.email, locale },
    data: { orderId, code, showId: show.id, title: show.title, startsAt: show.startsAt, timeZone: show.timeZone },
    mail: { kind, data },
  }
}
