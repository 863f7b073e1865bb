import { BOARD_SHOWS, type Board, type BoardShow } from '#contracts/board.ts'
import type { ShowSummary } from '#contracts/show.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { orNull } from '#lib/core/or-null.ts'
import { several } from '#lib/core/several.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { chooseShows, NOTHING } from './board-figures.ts'
import { type BoardSales, readSales } from './board-sales.ts'

type Deps = Pick<Storefront, 'database' | 'core' | 'recentAnswers' | 'recentAvailability' | 'boardStock'>

/** The live board of a site's reseller. While core is away it has no shows, and all it says of sales. */
export async function readBoard(site: Site, parts: Deps): Promise<Board> {
  const { timeZone } = site.config
  const sales = await readSales(parts.database, site.resellerId, timeZone)
  const shows = await orNull(readShows(site, sales, parts))
  const shown = (shows ?? []).reduce((sum, { sold }) => sum + sold.today, 0)
  return {
    ...{ asOf: iso(sales.nowMs), timeZone, dayBegan: iso(sales.dayBeganMs), firstMinute: iso(sales.chartFromMs) },
    ...(sales.behind && { behind: sales.behind }),
    ...{ sold: sales.sold, givenBackToday: sales.givenBackToday, takingsToday: sales.takingsToday },
    ...{ minutes: [...sales.minutes], shows, soldElsewhere: Math.max(0, sales.sold.today - shown) },
  }
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** The shows with a row. One that this reseller does not sell any more has none. @throws CoreUnavailable */
async function readShows(site: Site, sales: BoardSales, parts: Deps): Promise<BoardShow[]> {
  // From this morning on: a show that has just begun is still looked at, and the question stays the same all day.
  const { items } = await listShows(site, { from: iso(sales.dayBeganMs), limit: BOARD_SHOWS }, parts)
  const known = new Map(items.map((show) => [show.id, show]))
  const chosen = chooseShows(sales.shows, [...known.keys()], BOARD_SHOWS)
  const shows = await several(chosen, async (id) => known.get(id) ?? (await findShow(site, id, parts)))
  const rows = await several(
    shows.filter((show) => show !== null),
    (show) => rowOf(site, show, sales.shows.get(show.id) ?? NOTHING, parts),
  )
  return rows.sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}

async function rowOf(site: Site, show: ShowSummary, sold: BoardShow['sold'], parts: Deps): Promise<BoardShow> {
  const { id, title, language, startsAt, venue } = show
  return {
    ...{ id, title, startsAt, timeZone: venue.timeZone, sold, left: await orNull(readLeft(site, id, parts)) },
    ...(language !== undefined && { language }),
  }
}

/**
 * What is left of each tier. Kept for a while without the seats, because a hall of thousands is long to read and the
 * browser brings it up to date from the show's own stream. @throws CoreUnavailable
 */
async function readLeft(site: Site, showId: string, parts: Deps): Promise<BoardShow['left']> {
  const { value, staleSince } = await parts.boardStock.read(`${site.resellerId} ${showId}`, async () => {
    const found = await readAvailability(site, showId, {}, parts)
    if (found === null) return null
    return { version: found.version, tiers: Object.fromEntries(found.tiers.map((tier) => [tier.id, tier.available])) }
  })
  return staleSince === null ? value : null // how much was left minutes ago is nobody's news
}
