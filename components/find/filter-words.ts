import { CATEGORIES } from '#components/programme/categories.ts'
import type { ListingQuery } from '#components/programme/listing-href.ts'
import { formatShortDay } from '#lib/format/date.ts'
import { formatShortMoney, smallestUnits } from '#lib/format/money.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import type { FilterName } from './active-filters.ts'

/** A filter in the words of the page: “night”, Concerts, 1 Dec to 24 Dec. */
export function filterWords({ config }: Site, query: ListingQuery, name: FilterName): string {
  const { locale, currency } = config
  const t = translator(locale, 'find')
  switch (name) {
    case 'q':
      return t('quoted', { q: query.q ?? '' })
    case 'category':
      return translator(locale, 'list')(CATEGORIES.find((known) => known === query.category) ?? 'other')
    case 'city':
      return query.city ?? ''
    case 'dates':
      return datesInWords(query, locale)
    case 'price': {
      const amount = smallestUnits(Number(query.price), currency)
      return t('priceTo', { price: formatShortMoney({ amount, currency }, locale) })
    }
    case 'available':
      return t('available')
  }
}

function datesInWords({ from, to }: ListingQuery, locale: Site['config']['locale']): string {
  const t = translator(locale, 'find')
  // A day of the calendar has no time; noon in UTC writes it as it is.
  const words = (day: string) => formatShortDay(`${day}T12:00:00Z`, { timeZone: 'UTC', locale })
  if (from && from === to) return t('onDay', { day: words(from) })
  if (from && to) return t('span', { from: words(from), to: words(to) })
  return from ? t('fromDay', { day: words(from) }) : t('toDay', { day: words(to ?? '') })
}
