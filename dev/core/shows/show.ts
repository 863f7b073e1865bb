import type { Show, ShowDays, ShowDaysQuery, ShowPage, ShowQuery, ShowSummary } from '#contracts/show.ts'
import { readCursor, writeCursor } from '../../stand-in/cursor.ts'
import type { Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { citiesStatement, daysStatement, listStatement, selectShows } from './list-query.ts'
import { stockLevel } from './stock-level.ts'

/** What a show says about itself and nobody looks up; a column of its own. */
export type ShowDetails = Pick<
  Show,
  | 'title'
  | 'subtitle'
  | 'language'
  | 'venue'
  | 'artwork'
  | 'description'
  | 'performers'
  | 'images'
  | 'ageAdvice'
  | 'doorsAt'
  | 'endsAt'
>

interface ShowRow {
  readonly id: string
  readonly starts_at: Date
  readonly on_sale_at: Date | null
  readonly status: Show['status']
  readonly seating: Show['seating']
  readonly category: Show['category']
  readonly max_per_buyer: number
  readonly details: ShowDetails
  /** Only where one show is read. */
  readonly plan?: Show['plan'] | null
  readonly amount: number
  readonly fees: number
  readonly currency: string
  readonly available: number
  readonly capacity: number
  /** What the order by name compares. */
  readonly sort_name: string
}

/** The shows of a reseller, a page at a time. */
export async function listShows(core: Core, resellerId: string, query: ShowQuery): Promise<Outcome<ShowPage>> {
  const list = `shows ${query.sort}`
  const after = query.cursor === undefined ? null : readCursor(list, query.cursor)
  if (query.cursor !== undefined && after === null)
    return { refused: 'core/invalid-request', fields: [{ path: 'cursor', message: 'is not a cursor of this list' }] }
  const [{ rows }, cities] = await Promise.all([
    core.pool.query<ShowRow>(listStatement(resellerId, query, after)),
    core.pool.query<City>(citiesStatement(resellerId, query)),
  ])
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const nextCursor = last ? writeCursor(list, [sortValue(last, query.sort), last.id]) : null
  const total = sum(cities.rows.filter(({ name }) => !query.city || name.toLowerCase() === query.city.toLowerCase()))
  return { value: { items: page.map(toSummary), nextCursor, total, cities: cities.rows.slice(0, 100) } }
}

type City = NonNullable<ShowPage['cities']>[number]

const sum = (cities: readonly City[]): number => cities.reduce((all, { shows }) => all + shows, 0)

function sortValue(row: ShowRow, sort: ShowQuery['sort']): string {
  if (sort.endsWith('name')) return row.sort_name
  return sort.endsWith('price') ? `${row.amount}` : row.starts_at.toISOString()
}

/** The days on which shows of a reseller begin. */
export async function listShowDays(core: Core, resellerId: string, query: ShowDaysQuery): Promise<Outcome<ShowDays>> {
  const { rows } = await core.pool.query<ShowDays['days'][number]>(daysStatement(resellerId, query))
  return { value: { days: rows } }
}

/** One show with its seat plan, if this reseller sells it. */
export async function findShow(core: Core, resellerId: string, showId: string): Promise<Outcome<Show>> {
  const { rows } = await core.pool.query<ShowRow>(`${selectShows(', s.plan')} WHERE s.id = $2`, [resellerId, showId])
  return rows[0] ? { value: toShow(rows[0]) } : { refused: 'core/not-found' }
}

function toSummary(row: ShowRow): ShowSummary {
  const { title, subtitle, language, venue, artwork } = row.details
  return {
    id: row.id,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(language !== undefined && { language }),
    category: row.category,
    startsAt: row.starts_at.toISOString(),
    venue,
    artwork,
    seating: row.seating,
    status: row.status,
    ...(row.on_sale_at !== null && { onSaleAt: row.on_sale_at.toISOString() }),
    priceFrom: { amount: row.amount, currency: row.currency, fees: row.fees },
    stock: stockLevel(row.available, row.capacity),
  }
}

const toShow = (row: ShowRow): Show => ({
  ...toSummary(row),
  ...row.details,
  maxPerBuyer: row.max_per_buyer,
  ...(row.plan && { plan: row.plan }),
})
