import { type Order, OrderStatus } from '#contracts/order.ts'

/** A status, and when core said so. */
export interface Step {
  readonly status: string
  readonly at: string
}

/** A mail about an order. `kind` is the mail's own, or `again`; `at` is when it left, or was written if it has not. */
export interface MailAbout {
  readonly kind: string
  readonly at: string
  readonly state: 'sent' | 'waiting' | 'failed'
}

const MAIL_KINDS = [
  'order.confirmed',
  'order.failed',
  'order.refunded',
  'order.cancelled',
  'show.tomorrow',
  'again',
] as const
type MailKind = (typeof MAIL_KINDS)[number]

/** One thing that happened to an order. */
export type Happening =
  | { readonly what: OrderStatus; readonly at: string }
  | { readonly what: 'mail'; readonly kind: MailKind; readonly state: MailAbout['state']; readonly at: string }

/**
 * What happened to an order, from the first on. Core itself says when it was placed and what it is now; what lies between
 * is known of orders since we keep their steps. A mail of a later program's kind is left out.
 */
export function orderHistory(
  order: Pick<Order, 'status' | 'createdAt' | 'updatedAt'>,
  steps: readonly Step[],
  mails: readonly MailAbout[],
): Happening[] {
  const told = steps.flatMap(({ status, at }) => {
    const what = OrderStatus.safeParse(status)
    return what.success && what.data !== 'pending_payment' ? [{ what: what.data, at }] : []
  })
  const now = { what: order.status, at: order.updatedAt }
  const known = order.status === 'pending_payment' || told.some(({ what }) => what === order.status)
  const sent = mails.flatMap(({ kind, state, at }): Happening[] => {
    const found = MAIL_KINDS.find((one) => one === kind)
    return found ? [{ what: 'mail', kind: found, state, at }] : []
  })
  const placed = { what: 'pending_payment', at: order.createdAt } as const
  const later = [...told, ...(known ? [] : [now]), ...sent]
  return [placed, ...later.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))]
}
