'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'
import type { TicketShow } from './ticket-show.ts'
import { ViewerTime } from './viewer-time.tsx'

interface Props {
  readonly soldOut: boolean
  readonly onSale: boolean
  readonly show: Pick<TicketShow, 'onSaleAt' | 'onSaleText' | 'onSaleAhead' | 'timeZone'>
}

export const isSoldOut = ({ tiers }: Availability): boolean =>
  tiers.length > 0 && tiers.every((tier) => tier.available === 0)

/** Why nothing can be bought right now, when that is so. */
export function SaleState({ soldOut, onSale, show }: Props) {
  const t = useTranslations('show')
  if (!onSale)
    return (
      <Notice
        role="status"
        title={t('onSaleTitle', { when: show.onSaleText })}
        text={
          <>
            {t('onSaleText')}{' '}
            {show.onSaleAt && (
              <ViewerTime starts={show.onSaleAt} venueZone={show.timeZone} venueAhead={[show.onSaleAhead]} />
            )}
          </>
        }
      />
    )
  if (soldOut) return <Notice role="status" title={t('soldOutTitle')} text={t('soldOutText')} />
  return null
}
