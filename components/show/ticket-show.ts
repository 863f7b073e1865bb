import type { SeatPlan } from '#contracts/seat-plan.ts'
import type { Show } from '#contracts/show.ts'
import { formatMoment } from '#lib/format/date.ts'
import { minutesAhead } from '#lib/format/zoned-time.ts'

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
  /** How far the venue's clocks are ahead of UTC then, in minutes. */
  readonly onSaleAhead: number
  readonly startsAt: string
  /** `startsAt` in words, at the venue. */
  readonly startsText: string
  readonly endsAt: string | undefined
  /** When this was true, by the server's clock: an instant. */
  readonly servedAt: string
}

export function ticketShow(show: Show, locale: string, nowMs: number): TicketShow {
  const { id, maxPerBuyer, plan, venue, onSaleAt, startsAt, endsAt } = show
  const place = { timeZone: venue.timeZone, locale }
  return {
    ...{ id, maxPerBuyer, plan, timeZone: venue.timeZone, onSaleAt, startsAt, endsAt },
    onSaleText: onSaleAt ? formatMoment(onSaleAt, place) : '',
    onSaleAhead: onSaleAt ? minutesAhead(venue.timeZone, onSaleAt) : 0,
    startsText: formatMoment(startsAt, place),
    servedAt: new Date(nowMs).toISOString(),
  }
}
