'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'
import type { TicketShow } from './ticket-show.ts'
import { ViewerTime } from './viewer-time.tsx'

interface Props {
  readonly availability: Availability
  readonly onSale: boolean
  readonly show: Pick<TicketShow, 'onSaleAt' | 'onSaleText' | 'onSaleAhead' | 'timeZone'>
}

export const isSoldOut = ({ tiers }: Availability): boolean =>
  tiers.length > 0 && tiers.every((tier) => tier.available === 0)

/** Why nothing can be bought right now, when that is so. */
export function SaleState({ availability, onSale, show }: Props) {
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
  if (!isSoldOut(availability)) return null
  // What is in a basket is not sold: it says so, as the plan does. Of general admission nobody tells us.
  const words = availability.seats?.some(({ status }) => status === 'held') ? 'allHeld' : 'soldOut'
  return <Notice role="status" title={t(`${words}Title`)} text={t(`${words}Text`)} />
}
