import type { ServerClock } from '#components/realtime/server-clock.ts'
import { phaseEndsAtMs, type SalePhase, type SaleTimes, salePhase } from '#lib/show/sale-phase.ts'

/** The clock may have been set meanwhile, by a message or after sleep; a look a minute costs nothing. */
const LONGEST_WAIT_MS = 60_000

/** Says at once, and whenever it may have changed, how far a sale is. @returns how to stop */
export function watchSalePhase(
  times: SaleTimes,
  clock: Pick<ServerClock, 'now'>,
  tell: (phase: SalePhase) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    const nowMs = clock.now()
    tell(salePhase(times, nowMs))
    timer = setTimeout(look, Math.min(LONGEST_WAIT_MS, phaseEndsAtMs(times, nowMs) - nowMs))
  }
  look()
  return () => clearTimeout(timer)
}
