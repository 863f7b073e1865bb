import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { showRecap } from '#components/checkout/show-recap.ts'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { itemLines } from '#components/order/item-lines.ts'
import { OrderPage } from '#components/order/order-page.tsx'
import { FormattersAhead } from '#components/text/formatters-ahead.tsx'
import { Texts } from '#components/text/texts.tsx'
import { LinkQuery } from '#contracts/storefront.ts'
import { currentCustomers } from '#lib/customer/current-customers.ts'
import { formatMoment } from '#lib/format/date.ts'
import { viewOfOrder } from '#lib/orders/order-view.ts'
import { listTickets, openOrder } from '#lib/orders/orders.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { showFor } from '../../show-for.ts'

interface Props {
  readonly params: Promise<{ host: string; orderId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'order')('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function Page({ params, searchParams }: Props) {
  const site = await siteOf(params)
  const orderId = decodeURIComponent((await params).orderId)
  const { key } = LinkQuery.parse(await searchParams)
  const customerRefs = await currentCustomers(site)
  const parts = storefront()
  const opened = await openOrder(site, { customerRefs, key }, orderId, parts)
  if (!opened) notFound()
  // A buyer who follows their own link has no need of it.
  const linkKey = customerRefs.includes(opened.customerRef) ? undefined : key
  const [{ show, availability }, tickets, agreed] = await Promise.all([
    showFor(site, opened.showId, parts),
    opened.status === 'confirmed' ? listTickets(site, { customerRefs, key }, orderId, parts) : null,
    parts.otherTotals.find(site.resellerId, orderId),
  ])
  const order = viewOfOrder(opened, agreed)
  const { locale, timeZone, logo, support } = site.config
  return (
    <Texts locale={locale} of={['order', 'orders', 'price', 'selection', 'ticket']}>
      <FormattersAhead />
      <QueryProvider>
        <OrderPage
          initial={order}
          tickets={tickets ?? []}
          recap={show && showRecap(site, show)}
          lines={itemLines(order.items, availability)}
          brand={logo.wordmark}
          bookedAt={formatMoment(order.createdAt, { timeZone, locale })}
          linkKey={linkKey}
          supportEmail={support.email}
        />
      </QueryProvider>
    </Texts>
  )
}
