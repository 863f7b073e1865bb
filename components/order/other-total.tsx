'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { OrderView } from '#contracts/storefront.ts'
import { formatMoney } from '#lib/format/money.ts'

/** That core made the order at another total than its buyer agreed to; nothing where it did not. */
export function OtherTotal({ order, email }: { readonly order: OrderView; readonly email: string }) {
  const t = useTranslations('order')
  const orders = useTranslations('orders')
  const locale = useLocale()
  const { agreedTotal, total, code } = order
  if (agreedTotal === undefined) return null
  const [before, now] = [formatMoney(agreedTotal, locale), formatMoney(total, locale)]
  return (
    <Notice role="status" tone="warning" title={t('otherTotalTitle')} text={t('otherTotalText', { before, now })}>
      <a href={`mailto:${email}?subject=${encodeURIComponent(orders('helpSubject', { code }))}`}>
        {orders('helpWrite', { email })}
      </a>
    </Notice>
  )
}
