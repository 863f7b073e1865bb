import type { ServerClock } from '#components/realtime/server-clock.ts'
import { watchMoments } from '#components/realtime/watch-moments.ts'
import { phaseEndsAtMs, type SalePhase, type SaleTimes, salePhase } from '#lib/show/sale-phase.ts'

/** Says at once, and whenever it may have changed, how far a sale is. @returns how to stop */
export function watchSalePhase(
  times: SaleTimes,
  clock: Pick<ServerClock, 'now'>,
  tell: (phase: SalePhase) => void,
): () => void {
  return watchMoments(clock, (nowMs) => {
    tell(salePhase(times, nowMs))
    return phaseEndsAtMs(times, nowMs)
  })
}
