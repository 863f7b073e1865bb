import { TicketBox } from '#components/show/ticket-box.tsx'
import { ticketShow } from '#components/show/ticket-show.ts'
import type { Availability } from '#contracts/availability.ts'
import type { Show } from '#contracts/show.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'

/** What is left, as it was when the page was made; from there the browser follows it. */
export async function Tickets({ site, show }: { readonly site: Site; readonly show: Show }) {
  const { locale, live, texts, seatMap } = site.config
  const place = { timeZone: show.venue.timeZone, locale }
  return (
    <TicketBox
      show={ticketShow(show, show.onSaleAt ? formatMoment(show.onSaleAt, place) : '')}
      initial={await availabilityOrNull(site, show.id)}
      live={live}
      orphanHint={seatMap?.orphanHint ?? true}
      notice={texts.holdNotice ?? translator(locale, 'selection')('notice')}
    />
  )
}

async function availabilityOrNull(site: Site, showId: string): Promise<Availability | null> {
  try {
    return await readAvailability(site, showId)
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
