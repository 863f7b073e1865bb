'use client'

import { useEffect, useState } from 'react'
import { useServerClock } from '#components/realtime/use-server-clock.ts'
import { phaseEndsAtMs, type SalePhase, salePhase } from '#lib/show/sale-phase.ts'
import type { TicketShow } from './ticket-show.ts'

/** The clock may have been set meanwhile, by a message or after sleep; a look a minute costs nothing. */
const LONGEST_WAIT_MS = 60_000

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
    clock.observe(servedAt)
    const times = { onSaleAt, startsAt, endsAt }
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const nowMs = clock.now()
      setPhase(salePhase(times, nowMs))
      timer = setTimeout(look, Math.min(LONGEST_WAIT_MS, phaseEndsAtMs(times, nowMs) - nowMs))
    }
    look()
    return () => clearTimeout(timer)
  }, [onSaleAt, startsAt, endsAt, servedAt, clock])
  return phase
}
