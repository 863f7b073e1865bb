'use client'

import { useTranslations } from 'use-intl/react'
import { Icon } from '#components/ui/icon.tsx'
import type { OrderStatus } from '#contracts/order.ts'
import styles from './order-steps.module.css'

/** Reserved, payment, tickets: where the order stands while one waits. */
export function OrderSteps({ status }: { readonly status: OrderStatus }) {
  const t = useTranslations('order')
  const steps = [
    { name: t('stepReserved'), done: true },
    { name: t('stepPayment'), done: status === 'confirmed' },
    { name: t('stepTickets'), done: status === 'confirmed' },
  ]
  const current = steps.findIndex((step) => !step.done)
  return (
    <ol className={styles.steps} aria-label={t('progress')}>
      {steps.map((step, index) => (
        <li key={step.name} data-done={step.done || undefined} aria-current={index === current ? 'step' : undefined}>
          <span className={styles.dot}>{step.done ? <Icon name="check" /> : index + 1}</span>
          {step.name}
        </li>
      ))}
    </ol>
  )
}
