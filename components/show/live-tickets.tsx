'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { hasNotHappened } from '#components/api/problem-error.ts'
import { useLiveAvailability } from '#components/availability/use-live-availability.ts'
import { isNotOnSale, ReserveProblem } from '#components/selection/reserve-problem.tsx'
import { canChooseAll, isEmpty, itemsOf, type SelectionStep } from '#components/selection/selection.ts'
import type { Situation } from '#components/selection/selection-state.ts'
import { SelectionSummary } from '#components/selection/selection-summary.tsx'
import { useReserve } from '#components/selection/use-reserve.ts'
import { useReturned } from '#components/selection/use-returned.ts'
import { useSelection } from '#components/selection/use-selection.ts'
import { useCameBack } from '#components/ui/use-came-back.ts'
import type { Availability } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import { isForSale, type SalePhase } from '#lib/show/sale-phase.ts'
import styles from './live-tickets.module.css'
import { isSoldOut } from './sale-state.tsx'
import { ShowBegun } from './show-begun.tsx'
import { TicketPicker } from './ticket-picker.tsx'
import type { TicketShow } from './ticket-show.ts'
import { TicketsHead } from './tickets-head.tsx'
import { useFreshPage } from './use-fresh-page.ts'
import { useHall } from './use-hall.ts'
import { useOwnHolds } from './use-own-holds.ts'
import { useOwnOrders } from './use-own-orders.ts'
import { useShowNews } from './use-show-news.ts'

/** About what somebody has chosen and lost, which is after the page has come. */
const LostNotice = dynamic(async () => (await import('#components/selection/lost-notice.tsx')).LostNotice, {
  ssr: false,
})
/** About seats that somebody has chosen on a plan, which is after the page has come. */
const OrphanNotice = dynamic(async () => (await import('#components/selection/orphan-notice.tsx')).OrphanNotice, {
  ssr: false,
})
/** Nobody waits for it: what it says happens after the page has come. */
const SoldBanner = dynamic(() => import('#components/banner/sold-banner.tsx').then((file) => file.SoldBanner), {
  ssr: false,
})

export interface LiveTicketsProps {
  readonly show: TicketShow
  readonly phase: SalePhase
  readonly initial: Availability
  readonly live: { readonly soldBanner: boolean; readonly viewers: boolean }
  readonly notice: string
  readonly orphanHint: boolean
}

/** Tickets as they are at this moment: what is left, what is chosen, and what others are faster with. */
export function LiveTickets({ show, phase, initial, live, notice, orphanHint }: LiveTicketsProps) {
  const { availability: newest, asOf, status, onSold } = useLiveAvailability(show.id, initial)
  const [availability, giveBack] = useReturned(newest)
  const own = useOwnHolds()
  const viewers = useShowNews(show.id)
  useOwnOrders(show.id)
  const onSale = phase === 'open'
  const hall = useHall(availability, show.plan)
  const situation = { availability, hall, maxPerBuyer: show.maxPerBuyer }
  const [selection, take] = useSelection(situation, own.seats)
  const reserve = useReserve(show.id, {
    onAsk: () => take({ type: 'freeze' }),
    onRefused: () => take({ type: 'thaw' }),
  })
  const [kept, keep] = useState('')
  const holding = reserve.isPending || reserve.isSuccess
  useCameBack(() => {
    if (!reserve.isSuccess) return
    reserve.reset()
    // What was chosen is reserved, and its line leads back to it.
    take({ type: 'choose-again', items: [] })
    take({ type: 'thaw' })
  })
  // What the page knows of the show is no longer so: it was cancelled or moved a moment ago.
  useFreshPage(isNotOnSale(reserve.error) ? reserve.error : null)
  const unanswered = reserve.isError && !hasNotHappened(reserve.error)
  const mayChange = onSale && !holding && !unanswered
  // What was refused is another question than what is chosen now; that nothing is for sale is about the show.
  const change = (step: SelectionStep, at?: Situation) => {
    if (reserve.isError && !unanswered && !isNotOnSale(reserve.error)) reserve.reset()
    take(step, at)
  }
  const chooseAgain = (items: readonly Item[]) => {
    const returned = { ...situation, availability: giveBack(items) }
    change({ type: 'choose-again', items }, returned)
    return canChooseAll(items, returned)
  }
  // Whoever asked before the start gets core's answer to that.
  if (!isForSale(phase) && !holding && !unanswered) return <ShowBegun show={show} over={phase === 'over'} />
  const nothingToSum = !onSale || (isSoldOut(availability) && isEmpty(selection))
  return (
    <div className={styles.box}>
      <TicketsHead
        show={show}
        seated={hall !== null}
        asOf={asOf}
        status={status}
        viewers={live.viewers ? viewers : null}
      />
      <TicketPicker
        show={show}
        situation={situation}
        selection={selection}
        take={mayChange ? change : null}
        onSale={onSale}
        own={{ ...own, chooseAgain: mayChange ? chooseAgain : null }}
      />
      {!nothingToSum && (
        <SelectionSummary
          selection={selection}
          situation={situation}
          take={mayChange ? change : null}
          holding={holding}
          unanswered={unanswered}
          onContinue={() => reserve.ask(itemsOf(selection, hall))}
          notice={notice}
        >
          <LostNotice losses={selection.losses} situation={situation} take={change} />
          {hall && orphanHint && mayChange && (
            <OrphanNotice selection={selection} situation={situation} take={change} kept={kept} keep={keep} />
          )}
          <div>{reserve.error && <ReserveProblem error={reserve.error} named={selection.losses.length > 0} />}</div>
        </SelectionSummary>
      )}
      {live.soldBanner && <SoldBanner onSold={onSold} availability={availability} />}
    </div>
  )
}
