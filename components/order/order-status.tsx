'use client'

import { useTranslations } from 'use-intl/react'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import type { OrderView } from '#contracts/storefront.ts'
import { failureWords } from './failure-words.ts'
import styles from './order-status.module.css'
import { OrderSteps } from './order-steps.tsx'
import { orderWords } from './order-words.ts'
import { WithCode } from './with-code.tsx'

interface Props {
  readonly order: OrderView
  readonly cancelledShow: boolean
}

/** How the order stands, in one sentence that is read out when it changes. */
export function OrderStatusHead({ order, cancelledShow }: Props) {
  const t = useTranslations('order')
  const payAt = order.status === 'pending_payment' ? order.redirectTo : undefined
  const words = payAt === undefined ? orderWords(order.status, cancelledShow) : 'redirect'
  return (
    <header className={styles.head} data-status={words === 'showCancelled' ? 'cancelled' : order.status}>
      <p className={styles.code}>
        <WithCode text={t('code', { code: order.code })} code={order.code} />
      </p>
      <div role="status">
        <h1>{t(`${words}Title`)}</h1>
        <p className={styles.text}>
          {words === 'confirmed' ? t('confirmedText', { email: order.buyer.email }) : t(`${words}Text`)}
        </p>
        {order.status === 'failed' && <p className={styles.text}>{t(failureWords(order.failure))}</p>}
      </div>
      {order.status === 'pending_payment' && <OrderSteps />}
      {payAt !== undefined && (
        <a className={buttonClass({ size: 'large' })} href={payAt}>
          {t('redirectGo')}
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
