import type { Metadata } from 'next'
import { orderLine } from '#components/orders/order-line.ts'
import { OrderList, type OrderSection } from '#components/orders/order-list.tsx'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { currentCustomers } from '#lib/customer/current-customers.ts'
import { listOrders, OrdersCursor } from '#lib/orders/list-orders.ts'
import { showsOf } from '#lib/orders/shows-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'orders')('listTitle'), robots: { index: false } }
}

export default async function Page({ params, searchParams }: Props) {
  const site = await siteOf(params)
  const { of, cursor } = await searchParams
  const later = OrdersCursor.safeParse(cursor)
  const [account, customerRefs] = await Promise.all([currentAccount(site), currentCustomers(site)])
  const whose = (ref: string) => (ref === account?.customerRef ? 'account' : 'guest')
  // A later page is one of the account or of the guest; the first shows both.
  const shown = customerRefs.filter((ref) => !later.success || whose(ref) === of)
  const sections = await Promise.all(
    shown.map((ref) => sectionOf(site, whose(ref), ref, later.success ? later.data : null)),
  )
  return <OrderList locale={site.config.locale} sections={sections} later={later.success} />
}

async function sectionOf(
  site: Site,
  whose: OrderSection['whose'],
  customerRef: string,
  cursor: string | null,
): Promise<OrderSection> {
  const parts = storefront()
  const { items, nextCursor } = await listOrders(site, customerRef, cursor, parts)
  const shows = await showsOf(site, items, parts)
  return {
    whose,
    lines: items.map((order) => orderLine(site, order, shows.get(order.showId))),
    older: nextCursor && `/orders?${new URLSearchParams({ of: whose, cursor: nextCursor })}`,
  }
}
