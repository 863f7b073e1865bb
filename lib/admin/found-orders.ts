import { Order } from '#contracts/order.ts'
import type { Show } from '#contracts/show.ts'
import type { FoundOrder, FoundOrders, OrderSearch } from '#contracts/staff.ts'
import { several } from '#lib/core/several.ts'
import { formatMoment } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import { showsOf } from '#lib/orders/shows-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { wantedIn } from '#platform/order-words.ts'
import { searchOrders } from './order-search.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment' | 'log' | 'recentAnswers'>

/**
 * A page of orders that match what somebody of the staff typed, each as core has it now. That somebody looked is logged,
 * but not for whom: `by` says in which way.
 * @throws CoreUnavailable
 */
export async function foundOrders(
  site: Site,
  { q, cursor }: OrderSearch,
  accountId: string,
  deps: Deps,
): Promise<FoundOrders> {
  const { resellerId } = site
  const wanted = wantedIn(q)
  // Signs only mean nobody, and not everybody.
  if (wanted === null && q !== '') return { items: [], nextCursor: null }
  const { ids, nextCursor } = await searchOrders(resellerId, wanted, cursor, deps)
  deps.log.info({ resellerId, accountId, by: wanted?.by ?? 'newest', found: ids.length }, 'staff looked for orders')
  const orders = await ordersOf(site, ids, deps)
  const shows = await showsOf(site, orders, deps)
  return { items: orders.map((order) => lineOf(site, order, shows.get(order.showId))), nextCursor }
}

/** Core's own word on each; one that core does not know any more is left out. */
async function ordersOf({ resellerId }: Site, ids: readonly string[], { core }: Deps): Promise<Order[]> {
  const answers = await several(ids, (id) => core.get(resellerId, `/v1/orders/${encodeURIComponent(id)}`, Order))
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
}

function lineOf({ config: { locale, timeZone } }: Site, order: Order, show: Show | undefined): FoundOrder {
  const { id, code, buyer, items, total, status, createdAt } = order
  return {
    ...{ id, code, buyer, status, total: formatMoney(total, locale) },
    show: show
      ? { title: show.title, when: formatMoment(show.startsAt, { locale, timeZone: show.venue.timeZone }) }
      : null,
    tickets: items.reduce((sum, { quantity }) => sum + quantity, 0),
    when: formatMoment(createdAt, { locale, timeZone }),
  }
}
