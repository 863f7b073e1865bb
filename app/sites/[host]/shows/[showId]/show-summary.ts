import type { Show } from '#contracts/show.ts'
import { formatLongDay } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { shortened } from '#lib/seo/shortened.ts'

/** The plain path of a show's page. */
export const pathOf = ({ id }: Pick<Show, 'id'>): string => `/shows/${encodeURIComponent(id)}`

/** When and where, in the page's language, and then as much of what it is as search engines show. */
export function summaryOf({ config }: Pick<Site, 'config'>, show: Show): string {
  const place = { timeZone: show.venue.timeZone, locale: config.locale }
  const when = `${formatLongDay(show.startsAt, place)}, ${show.venue.name}, ${show.venue.city}.`
  return shortened(`${when} ${(show.subtitle ? `${show.subtitle}. ` : '') + show.description}`)
}
