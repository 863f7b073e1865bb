import type { Artwork, Show } from '#contracts/show.ts'
import { formatLongDay, formatTime } from '#lib/format/date.ts'
import { venueAddress } from '#lib/format/venue-address.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isolated } from '#lib/text/isolated.ts'

/** A show as its buyer is reminded of it, in words: the browser need not know dates or zones. */
export interface ShowRecap {
  readonly id: string
  readonly title: string
  /** Of the title, if it is not the page's. */
  readonly lang: string | undefined
  readonly day: string
  readonly time: string
  readonly startsAt: string
  /** It does not take place. */
  readonly cancelled: boolean
  readonly venue: string
  readonly address: string
  readonly timeZone: string
  readonly artwork: Artwork
}

export function showRecap({ config }: Site, show: Show): ShowRecap {
  const { venue, startsAt } = show
  const place = { timeZone: venue.timeZone, locale: config.locale }
  return {
    id: show.id,
    title: isolated(show.title),
    lang: langOfShow({ config }, show),
    day: formatLongDay(startsAt, place),
    time: formatTime(startsAt, place),
    startsAt,
    cancelled: show.status === 'cancelled',
    venue: isolated(venue.name),
    address: isolated(venueAddress(venue)),
    timeZone: venue.timeZone,
    artwork: show.artwork,
  }
}
