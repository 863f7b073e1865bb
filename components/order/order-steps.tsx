'use client'

import { useTranslations } from 'use-intl/react'
import { Icon } from '#components/ui/icon.tsx'
import styles from './order-steps.module.css'

/** Reserved, payment, tickets: where one stands while waiting. */
export function OrderSteps() {
  const t = useTranslations('order')
  return (
    <ol className={styles.steps} aria-label={t('progress')}>
      <li data-done>
        <span className={styles.dot}>
          <Icon name="check" />
        </span>
        {t('stepReserved')}
      </li>
      <li aria-current="step">
        <span className={styles.dot}>2</span>
        {t('stepPayment')}
      </li>
      <li>
        <span className={styles.dot}>3</span>
        {t('stepTickets')}
      </li>
    </ol>
  )
}
