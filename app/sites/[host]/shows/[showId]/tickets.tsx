import { QueryProvider } from '#components/live/query-provider.tsx'
import { TicketBox } from '#components/show/ticket-box.tsx'
import { ticketShow } from '#components/show/ticket-show.ts'
import { Texts } from '#components/text/texts.tsx'
import type { Show } from '#contracts/show.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { orNull } from '#lib/core/or-null.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isForSale, salePhase } from '#lib/show/sale-phase.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'

/** What is left, as it was when the page was made; from there the browser follows it. */
export async function Tickets({ site, show }: { readonly site: Site; readonly show: Show }) {
  const { locale, live, texts, seatMap } = site.config
  const nowMs = Date.now()
  const box = (
    <TicketBox
      show={ticketShow(show, locale, nowMs)}
      initial={
        isForSale(salePhase(show, nowMs)) ? await orNull(readAvailability(site, show.id, {}, storefront())) : null
      }
      live={live}
      orphanHint={seatMap?.orphanHint ?? true}
      notice={texts.holdNotice ?? translator(locale, 'selection')('notice')}
    />
  )
  return (
    <Texts locale={locale} of={['banner', 'price', 'selection', 'stock', 'tickets', 'waitlist']}>
      <QueryProvider>
        {show.seating === 'seated' ? (
          <Texts locale={locale} of={['seats', 'together']}>
            {box}
          </Texts>
        ) : (
          box
        )}
      </QueryProvider>
    </Texts>
  )
}
