'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'

interface Props {
  readonly availability: Availability
  readonly onSale: boolean
  readonly onSaleText: string
}

/** Why nothing can be bought right now, when that is so. */
export function SaleState({ availability, onSale, onSaleText }: Props) {
  const t = useTranslations('show')
  const soldOut = availability.tiers.length > 0 && availability.tiers.every((tier) => tier.available === 0)
  if (!onSale) return <Notice role="status" title={t('onSaleTitle', { when: onSaleText })} text={t('onSaleText')} />
  if (soldOut) return <Notice role="status" title={t('soldOutTitle')} text={t('soldOutText')} />
  return null
}
