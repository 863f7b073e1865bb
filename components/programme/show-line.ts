import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Artwork, ShowSummary } from '#contracts/show.ts'
import { type DayParts, dayParts, formatMoment, formatMonth, formatTime } from '#lib/format/date.ts'
import { formatShortMoney } from '#lib/format/money.ts'
import { relativeDay } from '#lib/format/relative.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import { isForSale, salePhase } from '#lib/show/sale-phase.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { Translator } from '#lib/text/translator.ts'

/** What a badge on a show says; ordinary availability has none. */
export interface Badge {
  readonly kind: 'few' | 'sold_out' | 'cancelled' | 'on_sale_later'
  readonly text: string
}

/** A show as a list shows it: everything in words, in the venue's time zone, names fit to stand among others. */
export interface ShowLine {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly subtitle: string | undefined
  /** Of title and subtitle, if it is not the page's. */
  readonly lang: string | undefined
  readonly category: ShowSummary['category']
  readonly artwork: Artwork
  readonly startsAt: string
  readonly day: DayParts
  readonly month: string
  readonly when: string
  readonly time: string
  readonly soon: string | null
  readonly venue: string
  readonly city: string
  readonly price: string | null
  readonly badge: Badge | null
}

interface Words {
  readonly stock: Translator<'stock'>
  readonly price: Translator<'price'>
}

export function showLine(show: ShowSummary, config: ResellerConfig, words: Words, nowMs: number): ShowLine {
  const place = { timeZone: show.venue.timeZone, locale: config.locale }
  const badge = badgeOf(show, place, words.stock, nowMs)
  const sellable = isForSale(salePhase(show, nowMs)) && badge?.kind !== 'sold_out'
  return {
    id: show.id,
    href: `/shows/${show.id}`,
    title: isolated(show.title),
    subtitle: show.subtitle && isolated(show.subtitle),
    lang: langOfShow({ config }, show),
    category: show.category,
    artwork: show.artwork,
    startsAt: show.startsAt,
    day: dayParts(show.startsAt, place),
    month: formatMonth(show.startsAt, place),
    when: formatMoment(show.startsAt, place),
    time: formatTime(show.startsAt, place),
    soon: relativeDay(show.startsAt, nowMs, place),
    venue: isolated(show.venue.name),
    city: isolated(show.venue.city),
    price: sellable ? words.price('from', { price: formatShortMoney(show.priceFrom, config.locale) }) : null,
    badge,
  }
}

function badgeOf(
  show: ShowSummary,
  place: { timeZone: string; locale: string },
  t: Words['stock'],
  nowMs: number,
): Badge | null {
  const phase = salePhase(show, nowMs)
  if (phase === 'cancelled') return { kind: 'cancelled', text: t('cancelled') }
  // How many are left is nothing to know of a show that has begun.
  if (!isForSale(phase)) return null
  if (phase === 'later' && show.onSaleAt !== undefined)
    return { kind: 'on_sale_later', text: t('onSaleFrom', { when: formatMoment(show.onSaleAt, place) }) }
  return show.stock === 'available' ? null : { kind: show.stock, text: t(show.stock) }
}
