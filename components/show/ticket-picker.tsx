'use client'

import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { HoldUse } from '#components/checkout/hold-use.ts'
import { OpenHoldNotice } from '#components/checkout/open-hold-notice.tsx'
import type { SelectionStep } from '#components/selection/selection.ts'
import type { Selection, Situation } from '#components/selection/selection-state.ts'
import styles from './live-tickets.module.css'
import { isSoldOut, SaleState } from './sale-state.tsx'
import type { TicketShow } from './ticket-show.ts'
import { TierList } from './tier-list.tsx'
import type { OwnHolds } from './use-own-holds.ts'

/** Most shows have tickets, so most pages do without it. */
const WaitlistForm = dynamic(async () => (await import('#components/waitlist/waitlist-form.tsx')).WaitlistForm, {
  ssr: false,
})
/** General admission does without the plan's code; a page with a plan brings it along, beside the rest. */
const SeatPicker = dynamic(() => import('./seat-picker.tsx').then((file) => file.SeatPicker))

interface Props {
  readonly show: TicketShow
  readonly situation: Situation
  readonly selection: Selection
  readonly onSale: boolean
  /** Null while nothing can be chosen: before sales begin, and while the choice is being reserved. */
  readonly take: ((step: SelectionStep) => void) | null
  /** What this browser has reserved already, and what may be done with it. */
  readonly own: Omit<HoldUse, 'situation'> & Pick<OwnHolds, 'seats'>
}

/** Seats on a plan, or numbers of tickets; and whatever stands in the way of choosing. */
export function TicketPicker({ show, situation, selection, onSale, take, own }: Props) {
  const { availability, hall } = situation
  const { seats: reserved, ...holdUse } = own
  const limitId = useId()
  const soldOut = availability.tiers.filter((tier) => tier.available === 0)
  // Tickets that are back for a moment take no form from under whoever types in it.
  const [met, setMet] = useState(false)
  if (soldOut.length > 0 && !met) setMet(true)
  return (
    <div className={styles.picker}>
      <OpenHoldNotice showId={show.id} situation={situation} {...holdUse} />
      <SaleState availability={availability} onSale={onSale} show={show} />
      {hall ? (
        <SeatPicker
          hall={hall}
          situation={situation}
          chosen={selection.seatIds}
          reserved={reserved}
          take={take}
          limitId={limitId}
        />
      ) : (
        <TierList
          tiers={availability.tiers}
          quantities={selection.quantities}
          onSale={onSale}
          onChange={take && ((tierId, quantity) => take({ type: 'set-quantity', tierId, quantity }))}
        />
      )}
      {onSale && met && (
        <WaitlistForm
          showId={show.id}
          tiers={soldOut}
          allSoldOut={isSoldOut(availability)}
          maxPerBuyer={situation.maxPerBuyer}
        />
      )}
      <AllInNotice limit={situation.maxPerBuyer} limitId={limitId} />
    </div>
  )
}

function AllInNotice({ limit, limitId }: { readonly limit: number; readonly limitId: string }) {
  const price = useTranslations('price')
  const t = useTranslations('tickets')
  return (
    <p className={styles.small}>
      {price('allIn')} <span id={limitId}>{t('limit', { count: limit })}</span>
    </p>
  )
}
