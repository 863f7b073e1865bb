import { findShow } from '#lib/core/shows.ts'
import { type Opener, openOrder } from '#lib/orders/orders.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { visitCalendar } from './calendar.ts'

type Deps = Pick<Storefront, 'core' | 'environment' | 'recentAnswers'>

/** The show of a confirmed order as a calendar file; null as for tickets. @throws CoreUnavailable */
export async function calendarOfOrder(
  site: Site,
  opener: Opener,
  orderId: string,
  nowMs: number,
  deps: Deps,
): Promise<{ code: string; text: string } | null> {
  const order = await openOrder(site, opener, orderId, deps)
  if (order?.status !== 'confirmed') return null
  const show = await findShow(site, order.showId, deps)
  if (show === null) return null
  const { id, code, items } = order
  const tickets = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return { code, text: visitCalendar(site, show, { id, code, tickets }, nowMs) }
}
