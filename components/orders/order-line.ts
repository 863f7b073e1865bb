import type { Artwork, Show } from '#contracts/show.ts'
import type { OrderView } from '#contracts/storefront.ts'
import { formatMoment } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isolated } from '#lib/text/isolated.ts'

/** An order as a list has it, in words. What core cannot tell of its show is empty. */
export interface OrderLine {
  readonly id: string
  readonly code: string
  readonly status: OrderView['status']
  /** Whether its show does not take place. */
  readonly cancelledShow: boolean
  readonly title: string
  readonly when: string
  readonly startsAt: string
  readonly venue: string
  readonly artwork: Artwork | null
  readonly tickets: number
  /** All-in. */
  readonly total: string
  readonly bought: string
}

export function orderLine({ config }: Site, order: OrderView, show: Show | undefined): OrderLine {
  const { locale, timeZone } = config
  return {
    ...{ id: order.id, code: order.code, status: order.status },
    cancelledShow: show?.status === 'cancelled',
    title: isolated(show?.title ?? ''),
    when: show ? formatMoment(show.startsAt, { locale, timeZone: show.venue.timeZone }) : '',
    startsAt: show?.startsAt ?? '',
    venue: isolated(show?.venue.name ?? ''),
    artwork: show?.artwork ?? null,
    tickets: order.items.reduce((sum, { quantity }) => sum + quantity, 0),
    total: formatMoney(order.total, locale),
    bought: formatMoment(order.createdAt, { locale, timeZone }),
  }
}
