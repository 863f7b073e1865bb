import type { Ticket } from '#contracts/order.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Show } from '#contracts/show.ts'
import { formatDayAndTime, formatTime } from '#lib/format/date.ts'
import { venueAddress } from '#lib/format/venue-address.ts'
import { translator } from '#lib/text/translator.ts'

/** One ticket in words, as it is printed. */
export interface TicketSheet {
  readonly brand: string
  readonly number: string
  readonly title: string
  readonly subtitle: string
  readonly when: string
  readonly doors: string
  readonly where: string
  readonly address: string
  readonly facts: readonly { readonly label: string; readonly value: string; readonly large: boolean }[]
  readonly barcode: string
  readonly scan: string
  readonly help: string
}

interface Place {
  readonly position: number
  readonly count: number
  readonly code: string
}

export function ticketSheet(
  config: ResellerConfig,
  show: Show,
  ticket: Ticket,
  { position, count, code }: Place,
): TicketSheet {
  const { locale, logo, support } = config
  const [t, file] = [translator(locale, 'ticket'), translator(locale, 'ticketFile')]
  const { venue } = show
  const place = { timeZone: venue.timeZone, locale }
  const seat = ticket.seatLabel ? [{ label: t('seat'), value: ticket.seatLabel, large: true }] : []
  return {
    brand: logo.wordmark,
    number: t('number', { number: position, count }),
    title: show.title,
    subtitle: show.subtitle ?? '',
    when: formatDayAndTime(show.startsAt, place),
    doors: show.doorsAt ? file('doors', { time: formatTime(show.doorsAt, place) }) : '',
    where: venue.name,
    address: venueAddress(venue),
    facts: [
      ...seat,
      { label: t('category'), value: ticket.tierName, large: false },
      { label: t('holder'), value: ticket.holder, large: false },
      { label: file('orderLabel'), value: code, large: false },
    ],
    barcode: ticket.barcode,
    scan: t('scan'),
    help: file('help', { email: support.email }),
  }
}
