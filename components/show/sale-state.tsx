'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'

interface Props {
  readonly soldOut: boolean
  readonly onSale: boolean
  readonly onSaleText: string
}

export const isSoldOut = ({ tiers }: Availability): boolean =>
  tiers.length > 0 && tiers.every((tier) => tier.available === 0)

/** Why nothing can be bought right now, when that is so. */
export function SaleState({ soldOut, onSale, onSaleText }: Props) {
  const t = useTranslations('show')
  if (!onSale) return <Notice role="status" title={t('onSaleTitle', { when: onSaleText })} text={t('onSaleText')} />
  if (soldOut) return <Notice role="status" title={t('soldOutTitle')} text={t('soldOutText')} />
  return null
}
