import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { showRecap } from '#components/checkout/show-recap.ts'
import { itemLines } from '#components/order/item-lines.ts'
import { OrderPage } from '#components/order/order-page.tsx'
import { currentCustomers } from '#lib/customer/current-customer.ts'
import { firstOwned } from '#lib/customer/first-owned.ts'
import { formatMoment } from '#lib/format/date.ts'
import { findOrder, listTickets } from '#lib/orders/orders.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { showFor } from '../../show-for.ts'

interface Props {
  readonly params: Promise<{ host: string; orderId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'order')('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const site = await siteOf(params)
  const orderId = decodeURIComponent((await params).orderId)
  const customerRefs = await currentCustomers(site)
  const order = await firstOwned(customerRefs, (ref) => findOrder(site, ref, orderId))
  if (!order) notFound()
  const [{ show, availability }, tickets] = await Promise.all([
    showFor(site, order.showId),
    order.status === 'confirmed' ? firstOwned(customerRefs, (ref) => listTickets(site, ref, orderId)) : null,
  ])
  const { locale, timeZone, logo } = site.config
  return (
    <OrderPage
      initial={order}
      tickets={tickets ?? []}
      recap={show && showRecap(site, show)}
      lines={itemLines(order.items, availability)}
      brand={logo.wordmark}
      bookedAt={formatMoment(order.createdAt, { timeZone, locale })}
    />
  )
}
