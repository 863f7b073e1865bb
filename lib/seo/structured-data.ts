import type { Show } from '#contracts/show.ts'
import { localInstant } from '#lib/format/date.ts'
import { decimalAmount } from '#lib/format/money.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isForSale, salePhase } from '#lib/show/sale-phase.ts'

/*
 * What pages are about, in schema.org's words (https://schema.org/Event, and what Google asks of an event). Every
 * word stands on the page as well, and every address is absolute.
 */

const TYPES: Readonly<Record<Show['category'], string>> = {
  concert: 'MusicEvent',
  theatre: 'TheaterEvent',
  family: 'ChildrensEvent',
  comedy: 'ComedyEvent',
  dance: 'DanceEvent',
  other: 'Event',
}

export interface ShowData {
  readonly site: Pick<Site, 'config'>
  readonly show: Show
  readonly url: string
  readonly home: string
  readonly images: readonly string[]
  readonly nowMs: number
}

/** A show with its offer: the all-in price of the cheapest tier, from when tickets can be bought. */
export function showData({ site, show, url, home, images, nowMs }: ShowData) {
  const { venue } = show
  const at = (instant: string) => localInstant(instant, venue.timeZone)
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[show.category],
    name: show.title,
    url,
    image: images,
    description: show.description || show.subtitle || show.title,
    startDate: at(show.startsAt),
    ...(show.endsAt && { endDate: at(show.endsAt) }),
    ...(show.doorsAt && { doorTime: at(show.doorsAt) }),
    ...(show.language && { inLanguage: show.language }),
    eventStatus: `https://schema.org/${show.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: venue.name,
      address: {
        '@type': 'PostalAddress',
        ...(venue.address && { streetAddress: venue.address }),
        addressLocality: venue.city,
        addressCountry: venue.country,
      },
    },
    ...(show.performers.length > 0 && {
      performer: show.performers.map((name) => ({ '@type': 'PerformingGroup', name })),
    }),
    organizer: organization(site, home),
    // Nobody can buy for a show that is off or over, so nothing is offered.
    ...(isForSale(salePhase(show, nowMs)) && { offers: offer(show, url) }),
  }
}

function offer(show: Show, url: string) {
  const { priceFrom, onSaleAt, venue, stock } = show
  return {
    '@type': 'Offer',
    url,
    price: decimalAmount(priceFrom),
    priceCurrency: priceFrom.currency,
    // "Few left" is no word of Google's, and would be stale by the time anybody reads it there.
    availability: `https://schema.org/${stock === 'sold_out' ? 'SoldOut' : 'InStock'}`,
    ...(onSaleAt && { validFrom: localInstant(onSaleAt, venue.timeZone) }),
  }
}

const organization = ({ config }: Pick<Site, 'config'>, home: string) => ({
  '@type': 'Organization',
  name: config.name,
  url: home,
})

/** Who runs the site, for its home page. */
export function organizationData(site: Pick<Site, 'config'>, home: string, logo: string) {
  const { support, texts } = site.config
  return {
    '@context': 'https://schema.org',
    ...organization(site, home),
    logo,
    description: texts.description,
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'customer service',
      email: support.email,
      ...(support.phone && { telephone: support.phone }),
    },
  }
}

/** The way from the home page to where one is. */
export function breadcrumbData(steps: readonly { readonly name: string; readonly url: string }[]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  }
}
