import { type ActiveFilter, activeFilters } from '#components/find/active-filters.ts'
import type { Found, Way } from '#components/find/found.ts'
import { monthEnds } from '#components/find/month-grid.ts'
import type { ListingQuery } from '#components/programme/listing-href.ts'
import { filtersAtCore, queryAtCore } from '#components/programme/listing-query.ts'
import type { ShowDays } from '#contracts/show.ts'
import { orNull } from '#lib/core/or-null.ts'
import { listShowDays, listShows } from '#lib/core/shows.ts'
import { calendarDay } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { readProgramme } from '../programme.ts'

type Deps = Pick<Storefront, 'core' | 'recentAnswers'>

/** Everything that the list's page shows for a query: shows, the calendar if it is wanted, ways on when nothing is found. */
export async function find(site: Site, query: ListingQuery, deps: Deps): Promise<Found> {
  const calendar = query.view === 'calendar' ? await readCalendar(site, query, deps) : null
  const within = calendar && !query.from && !query.to ? { ...query, ...monthEnds(calendar.month) } : query
  const programme = await readProgramme(site, queryAtCore(within, site.config.currency), deps)
  const ways = programme?.items.length === 0 ? await waysOn(site, query, deps) : []
  return { programme, calendar, ways }
}

/** All days to come on which something matches, whatever days were asked for: the calendar is where one chooses others. */
async function readCalendar(site: Site, query: ListingQuery, deps: Deps): Promise<Found['calendar']> {
  const days = await orNull(
    listShowDays(site, filtersAtCore({ ...query, from: undefined, to: undefined }, site.config.currency), deps),
  )
  return days && { days, month: query.month ?? query.from?.slice(0, 7) ?? firstMonth(site, days) }
}

const firstMonth = (site: Site, days: ShowDays['days']): string =>
  (days[0]?.day ?? calendarDay(new Date().toISOString(), site.config.timeZone)).slice(0, 7)

/** What would be found without each of the filters, most first. At most six questions, each for one show. */
async function waysOn(site: Site, query: ListingQuery, deps: Deps): Promise<Way[]> {
  const filters = activeFilters(query)
  if (filters.length < 2) return []
  const ways = await Promise.all(filters.map((filter) => wayWithout(site, query, filter, deps)))
  return ways.filter((way) => way.shows > 0).toSorted((one, other) => other.shows - one.shows)
}

async function wayWithout(site: Site, query: ListingQuery, { name, removal }: ActiveFilter, deps: Deps): Promise<Way> {
  const filters = filtersAtCore({ ...query, ...removal }, site.config.currency)
  const found = await orNull(listShows(site, { ...filters, limit: 1 }, deps))
  return { name, removal, shows: found?.total ?? 0 }
}
