'use client'

import { useTranslations } from 'use-intl/react'
import type { OrderView } from '#contracts/storefront.ts'
import styles from './order-actions.module.css'

const TEXT = {
  confirmed: 'helpConfirmed',
  failed: 'helpFailed',
  cancelled: 'helpCancelled',
  refunded: 'helpRefunded',
} as const

/** What to do when it did not go as hoped. Nothing is cancelled here, so nothing pretends to be: a person is asked. */
export function OrderHelp({ order, email }: { readonly order: OrderView; readonly email: string }) {
  const t = useTranslations('orders')
  if (order.status === 'pending_payment') return null
  const subject = encodeURIComponent(t('helpSubject', { code: order.code }))
  return (
    <section className={`${styles.help} no-print`} aria-labelledby="help-title">
      <h2 id="help-title">{t('helpTitle')}</h2>
      <p>{t(TEXT[order.status])}</p>
      <a href={`mailto:${email}?subject=${subject}`}>{t('helpWrite', { email })}</a>
    </section>
  )
}
