'use client'

import { useTranslations } from 'use-intl/react'
import type { OrderStatus } from '#contracts/order.ts'

const TONES = { pending_payment: 'warn', confirmed: 'good', failed: 'bad', cancelled: '', refunded: '' } as const

/** An order's state in a word. */
export function OrderBadge({ status }: { readonly status: OrderStatus }) {
  const t = useTranslations('staffOrders')
  return <span className={`badge ${TONES[status]}`}>{t(`status_${status}`)}</span>
}
