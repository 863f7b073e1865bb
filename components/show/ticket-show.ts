import type { SeatPlan } from '#contracts/seat-plan.ts'
import type { Show } from '#contracts/show.ts'

/** What of a show its ticket box needs in the browser; the rest of the page never leaves the server as data. */
export interface TicketShow {
  readonly id: string
  readonly maxPerBuyer: number
  readonly plan: SeatPlan | undefined
  /** Rules every time that is shown. */
  readonly timeZone: string
  readonly onSaleAt: string | undefined
  /** `onSaleAt` in words, at the venue. */
  readonly onSaleText: string
}

export function ticketShow(show: Show, onSaleText: string): TicketShow {
  const { id, maxPerBuyer, plan, venue, onSaleAt } = show
  return { id, maxPerBuyer, plan, timeZone: venue.timeZone, onSaleAt, onSaleText }
}
