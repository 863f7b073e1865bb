'use client'

import { useTranslations } from 'use-intl/react'
import { useLiveAvailability } from '#components/availability/use-live-availability.ts'
import { SoldBanner } from '#components/banner/sold-banner.tsx'
import { OpenHoldNotice } from '#components/checkout/open-hold-notice.tsx'
import { LostNotice } from '#components/selection/lost-notice.tsx'
import { ReserveProblem } from '#components/selection/reserve-problem.tsx'
import { itemsOf } from '#components/selection/selection.ts'
import { SelectionSummary } from '#components/selection/selection-summary.tsx'
import { useReserve } from '#components/selection/use-reserve.ts'
import { useSelection } from '#components/selection/use-selection.ts'
import type { Availability } from '#contracts/availability.ts'
import { AsOf } from './as-of.tsx'
import styles from './live-tickets.module.css'
import { SaleState } from './sale-state.tsx'
import { SeatPicker } from './seat-picker.tsx'
import type { TicketShow } from './ticket-show.ts'
import { TierList } from './tier-list.tsx'
import { useHall } from './use-hall.ts'
import { useOnSale } from './use-on-sale.ts'
import { useOwnOrders } from './use-own-orders.ts'
import { useShowNews } from './use-show-news.ts'
import { ViewerCount } from './viewer-count.tsx'

export interface LiveTicketsProps {
  readonly show: TicketShow
  readonly initial: Availability
  readonly live: { readonly soldBanner: boolean; readonly viewers: boolean }
  readonly notice: string
}

/** Tickets as they are at this moment: what is left, what is chosen, and what others are faster with. */
export function LiveTickets({ show, initial, live, notice }: LiveTicketsProps) {
  const { availability, asOf, status, onSold } = useLiveAvailability(show.id, initial)
  const viewers = useShowNews(show.id)
  useOwnOrders(show.id)
  const onSale = useOnSale(show.onSaleAt)
  const hall = useHall(availability, show.plan)
  const situation = { availability, hall, maxPerBuyer: show.maxPerBuyer }
  const [selection, take] = useSelection(situation)
  const reserve = useReserve(show.id, {
    onAsk: () => take({ type: 'freeze' }),
    onRefused: () => take({ type: 'thaw' }),
  })
  const holding = reserve.isPending || reserve.isSuccess
  const t = useTranslations('tickets')
  return (
    <div className={styles.box}>
      <header className={styles.head}>
        <h2 id="tickets">{t(hall ? 'chooseSeats' : 'chooseTickets')}</h2>
        <p className={styles.facts}>
          <AsOf asOf={asOf} live={status === 'live'} timeZone={show.timeZone} />
          {live.viewers && <ViewerCount count={viewers} />}
        </p>
      </header>
      <div className={styles.picker}>
        <OpenHoldNotice showId={show.id} />
        <SaleState availability={availability} onSale={onSale} onSaleText={show.onSaleText} />
        {hall ? (
          <SeatPicker
            hall={hall}
            availability={availability}
            chosen={selection.seatIds}
            onToggle={(seatId) => onSale && !holding && take({ type: 'toggle-seat', seatId })}
          />
        ) : (
          <TierList
            tiers={availability.tiers}
            quantities={selection.quantities}
            onChange={onSale ? (tierId, quantity) => take({ type: 'set-quantity', tierId, quantity }) : null}
          />
        )}
        <AllInNotice limit={show.maxPerBuyer} />
      </div>
      {onSale && (
        <SelectionSummary
          selection={selection}
          situation={situation}
          take={take}
          holding={holding}
          onContinue={() => reserve.mutate(itemsOf(selection, hall))}
          notice={notice}
        >
          <LostNotice losses={selection.losses} situation={situation} take={take} />
          {reserve.error && <ReserveProblem error={reserve.error} named={selection.losses.length > 0} />}
        </SelectionSummary>
      )}
      {live.soldBanner && <SoldBanner onSold={onSold} availability={availability} />}
    </div>
  )
}

function AllInNotice({ limit }: { readonly limit: number }) {
  const price = useTranslations('price')
  const t = useTranslations('tickets')
  return (
    <p className={styles.small}>
      {price('allIn')} {t('limit', { count: limit })}
    </p>
  )
}
