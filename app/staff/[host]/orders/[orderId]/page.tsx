import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OrderFacts } from '#components/admin/order-facts.tsx'
import { OrderHappenings } from '#components/admin/order-happenings.tsx'
import { OrderTickets } from '#components/admin/order-tickets.tsx'
import { SendAgain } from '#components/admin/send-again.tsx'
import { Texts } from '#components/text/texts.tsx'
import { CoreId } from '#contracts/ids.ts'
import { mayActAs } from '#lib/accounts/account.ts'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { orCoreUnavailable } from '#lib/admin/or-core-unavailable.ts'
import { orderHistory } from '#lib/admin/order-history.ts'
import { staffOrder, staffTickets, whatHappened } from '#lib/admin/staff-order.ts'
import { showsOf } from '#lib/orders/shows-of.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string; orderId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'staffOrders')('title'), referrer: 'no-referrer' }
}

/** One order for the staff: what it is at core, and what happened to it. */
export default async function OrderPage({ params }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  const orderId = CoreId.safeParse((await params).orderId)
  const { staff, accountId } = await requireStaff(site, 'viewer', `/admin/orders/${orderId.data ?? ''}`)
  if (!orderId.success) notFound()
  const t = translator(locale, 'staffOrders')
  const parts = storefront()
  const order = await orCoreUnavailable(() => staffOrder(site, orderId.data, parts))
  if (order === null) notFound()
  if (order === 'unavailable')
    return (
      <div className="note warn" role="status">
        <h1>{t('awayTitle')}</h1>
        <p>{t('awayText')}</p>
      </div>
    )
  parts.log.info({ resellerId: site.resellerId, accountId, orderId: order.id }, 'staff looked at an order')
  const [shows, tickets, { steps, mails }] = await Promise.all([
    showsOf(site, [order], parts),
    orCoreUnavailable(() => staffTickets(site, order, parts)),
    whatHappened(site, order.id, parts),
  ])
  return (
    <>
      <p>
        <Link href="/admin/orders">{t('back')}</Link>
      </p>
      <Texts locale={locale} of={['staffOrders']}>
        <OrderFacts site={spoken} order={order} show={shows.get(order.showId) ?? null}>
          {order.status === 'confirmed' && mayActAs(staff, 'editor') && (
            <SendAgain orderId={order.id} email={order.buyer.email} />
          )}
        </OrderFacts>
      </Texts>
      <OrderTickets locale={locale} tickets={tickets} />
      <OrderHappenings site={spoken} happenings={orderHistory(order, steps, mails)} />
    </>
  )
}
