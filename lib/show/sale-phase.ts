import type { Show } from '#contracts/show.ts'

/*
 *   later ──onSaleAt──▶ open ──startsAt──▶ begun ──endsAt──▶ over
 *     └───────────────────── cancelled, from any ──────────────┘
 *
 * As core has it: from its start on nothing of a show is sold. Whether there are tickets left is another question.
 */

/** How far the sale of a show is. A show whose end nobody named is never `over`: it may be a festival. */
export type SalePhase = 'later' | 'open' | 'begun' | 'over' | 'cancelled'

/** What decides it; instants as core says them. */
export type SaleTimes = Pick<Show, 'startsAt' | 'onSaleAt'> & Partial<Pick<Show, 'status' | 'endsAt'>>

/** @param nowMs by core's clock, or what comes nearest to it: never a browser's own */
export function salePhase({ status, onSaleAt, startsAt, endsAt }: SaleTimes, nowMs: number): SalePhase {
  if (status === 'cancelled') return 'cancelled'
  if (isPast(endsAt, nowMs)) return 'over'
  if (isPast(startsAt, nowMs)) return 'begun'
  return onSaleAt === undefined || isPast(onSaleAt, nowMs) ? 'open' : 'later'
}

/** Whether tickets are sold now or will be. */
export const isForSale = (phase: SalePhase): boolean => phase === 'later' || phase === 'open'

/** When time alone leads to another phase, in milliseconds since 1970; infinity when it does not. */
export function phaseEndsAtMs({ status, onSaleAt, startsAt, endsAt }: SaleTimes, nowMs: number): number {
  if (status === 'cancelled') return Number.POSITIVE_INFINITY
  const turns = [onSaleAt, startsAt, endsAt].flatMap((at) => (at === undefined || isPast(at, nowMs) ? [] : [at]))
  return Math.min(Number.POSITIVE_INFINITY, ...turns.map((at) => Date.parse(at)))
}

const isPast = (at: string | undefined, nowMs: number): boolean => at !== undefined && Date.parse(at) <= nowMs
