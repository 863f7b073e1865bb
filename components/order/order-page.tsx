'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import { RecapCard } from '#components/checkout/recap-card.tsx'
import type { ShowRecap } from '#components/checkout/show-recap.ts'
import type { Ticket } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'
import { formatMoney } from '#lib/format/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { ItemLine } from './item-lines.ts'
import { ItemList } from './item-list.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderHelp } from './order-help.tsx'
import styles from './order-page.module.css'
import { OrderStatusHead } from './order-status.tsx'
import { OtherTotal } from './other-total.tsx'
import { Tickets } from './tickets.tsx'
import { useOrder } from './use-order.ts'

interface Props {
  readonly initial: OrderView
  readonly tickets: readonly Ticket[]
  readonly recap: ShowRecap | null
  readonly lines: readonly ItemLine[]
  readonly brand: string
  /** `createdAt` in words. */
  readonly bookedAt: string
  /** Of the link that opened it; absent for the buyer's own browser. */
  readonly linkKey: string | undefined
  readonly supportEmail: string
}

/** An order from waiting for its payment to its tickets, without a reload. */
export function OrderPage(props: Props) {
  const { initial, tickets, recap, lines, brand, bookedAt, linkKey, supportEmail } = props
  const order = useOrder(initial, linkKey)
  return (
    <div className={`frame ${styles.order}`} data-testid="order" data-status={order.status}>
      <OrderStatusHead order={order} cancelledShow={recap?.cancelled ?? false} />
      <OtherTotal order={order} email={supportEmail} />
      {order.status === 'confirmed' && (
        <OrderActions order={order} linkKey={linkKey} cancelledShow={recap?.cancelled ?? false} />
      )}
      {linkKey !== undefined && <ByLink />}
      {order.status === 'confirmed' && (
        <Tickets orderId={order.id} linkKey={linkKey} initial={tickets} recap={recap} brand={brand} />
      )}
      <Details order={order} recap={recap} lines={lines} bookedAt={bookedAt} />
      <OrderHelp order={order} email={supportEmail} />
    </div>
  )
}

function ByLink() {
  return <p className={styles.byLink}>{useTranslations('orders')('byLink')}</p>
}

function Details({
  order,
  recap,
  lines,
  bookedAt,
}: Pick<Props, 'recap' | 'lines' | 'bookedAt'> & { readonly order: OrderView }) {
  const t = useTranslations('order')
  const price = useTranslations('price')
  const locale = useLocale()
  const { total, buyer } = order
  return (
    <section className={`${styles.details} no-print`} aria-labelledby="details">
      <h2 id="details">{t('details')}</h2>
      {recap && <RecapCard recap={recap} />}
      <ItemList lines={lines} total={total} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('total')}</dt>
          <dd>
            <strong>{formatMoney(total, locale)}</strong>
            {total.fees > 0 && (
              <small>{price('feesPart', { fees: formatMoney({ ...total, amount: total.fees }, locale) })}</small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('bookedBy')}</dt>
          <dd>
            {isolated(buyer.name)}
            <small>{buyer.email}</small>
          </dd>
        </div>
        <div>
          <dt>{t('bookedAt')}</dt>
          <dd>{bookedAt}</dd>
        </div>
      </dl>
    </section>
  )
}
