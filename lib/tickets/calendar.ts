import { createHash } from 'node:crypto'
import ical from 'ical-generator'
import type { Show } from '#contracts/show.ts'
import { formatTime } from '#lib/format/date.ts'
import { venueAddress } from '#lib/format/venue-address.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { clockTime, utcTime } from './clock-time.ts'
import { zoneRules } from './zone-rules.ts'

export interface CalendarOrder {
  readonly id: string
  readonly code: string
  readonly tickets: number
}

/**
 * A visit as a calendar file (RFC 5545), in the venue's own time zone. Its UID names order and reseller, so that whoever
 * opens a newer file of a show that moved sees one entry, not two. It rings no bell: that is for its owner to decide.
 */
export function visitCalendar(site: Site, show: Show, order: CalendarOrder, nowMs: number): string {
  const { locale, name } = site.config
  const t = translator(locale, 'ticketFile')
  const { timeZone, name: place } = show.venue
  const at = (instant: string) => clockTime(timeZone, Date.parse(instant))
  const rules = (zone: string) => zoneRules(zone, Date.parse(show.startsAt))
  const calendar = ical({
    prodId: { company: 'Marquee', product: 'Tickets', language: locale.slice(0, 2).toUpperCase() },
    timezone: { name: timeZone, generator: rules },
  })
  const about = [
    show.doorsAt && t('doors', { time: formatTime(show.doorsAt, { timeZone, locale }) }),
    t('tickets', { count: order.tickets }),
    t('order', { code: order.code }),
    name,
  ]
  calendar.createEvent({
    id: `${createHash('sha256').update(`${site.resellerId}\n${order.id}`).digest('hex').slice(0, 32)}@${site.config.hosts[0]}`,
    stamp: utcTime(nowMs),
    start: at(show.startsAt),
    ...(show.endsAt ? { end: at(show.endsAt) } : {}),
    timezone: timeZone,
    summary: show.title,
    location: [place, venueAddress(show.venue)].filter((part) => part.trim() !== '').join(', '),
    description: about.filter(Boolean).join('\n'),
    ...(show.status === 'cancelled' ? { status: 'CANCELLED' as never } : {}),
  })
  return calendar.toString()
}
