'use client'

import { useEffect, useState } from 'react'
import { useServerClock } from '#components/realtime/use-server-clock.ts'
import { type SalePhase, salePhase } from '#lib/show/sale-phase.ts'
import type { TicketShow } from './ticket-show.ts'
import { watchSalePhase } from './watch-sale-phase.ts'

/**
 * How far a show's sale is by the server's clock: the page opens by itself when sales do, and closes when the show begins.
 * At first it is what it was when the page was made, which also says what the server's time is: a browser whose own clock
 * is wrong must not take a show for over.
 */
export function useSalePhase(show: TicketShow): SalePhase {
  const clock = useServerClock()
  const { onSaleAt, startsAt, endsAt, servedAt } = show
  const [phase, setPhase] = useState(() => salePhase(show, Date.parse(servedAt)))
  useEffect(() => {
    clock.suggest(servedAt)
    return watchSalePhase({ onSaleAt, startsAt, endsAt }, clock, setPhase)
  }, [onSaleAt, startsAt, endsAt, servedAt, clock])
  return phase
}
