'use client'

import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import type { OrderView } from '#contracts/storefront.ts'
import styles from './order-status.module.css'
import { OrderSteps } from './order-steps.tsx'

const PREFIX = {
  pending_payment: 'pending',
  confirmed: 'confirmed',
  failed: 'failed',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const

/** How the order stands, in one sentence that is read out when it changes. */
export function OrderStatusHead({ order }: { readonly order: OrderView }) {
  const t = useTranslations('order')
  const prefix = PREFIX[order.status]
  return (
    <header className={styles.head} data-status={order.status}>
      <p className={styles.code}>{t('code', { code: order.code })}</p>
      <div role="status">
        <h1>{t(`${prefix}Title`)}</h1>
        <p className={styles.text}>
          {prefix === 'confirmed' ? t('confirmedText', { email: order.buyer.email }) : t(`${prefix}Text`)}
        </p>
      </div>
      {order.status === 'pending_payment' && <OrderSteps />}
      {order.status === 'pending_payment' && order.redirectTo && (
        <a className={styles.redirect} href={order.redirectTo}>
          {t('pendingRedirect')}
        </a>
      )}
      {(order.status === 'failed' || order.status === 'cancelled') && (
        <ButtonLink href={`/shows/${order.showId}#tickets`} size="large" prefetch={false}>
          {t('again')}
        </ButtonLink>
      )}
    </header>
  )
}
