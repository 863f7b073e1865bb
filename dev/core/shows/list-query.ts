import type { ShowDaysQuery, ShowQuery } from '#contracts/show.ts'

/** A query as `pg` takes it. */
export interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** As much of a title as a cursor carries; shows that agree in so much of it stand in the order of their ids. */
const NAME = "left(lower(s.details->>'title'), 40)"

/** What each order sorts by, and how its cursor's value compares. `id` breaks ties, so that a page never skips or repeats. */
const SORTS = {
  date: { by: 's.starts_at', type: 'timestamptz', direction: 'ASC', compare: '>' },
  '-date': { by: 's.starts_at', type: 'timestamptz', direction: 'DESC', compare: '<' },
  price: { by: 'p.amount', type: 'integer', direction: 'ASC', compare: '>' },
  '-price': { by: 'p.amount', type: 'integer', direction: 'DESC', compare: '<' },
  name: { by: NAME, type: 'text', direction: 'ASC', compare: '>' },
  '-name': { by: NAME, type: 'text', direction: 'DESC', compare: '<' },
} as const

const FROM = `
  FROM show s
  JOIN LATERAL (
    SELECT amount, fees, currency FROM price WHERE show_id = s.id AND reseller_id = $1 ORDER BY amount LIMIT 1
  ) p ON true
  JOIN LATERAL (
    SELECT sum(available)::int AS available, sum(capacity)::int AS capacity FROM tier WHERE show_id = s.id
  ) t ON true`

/** The calendar's day at the venue. */
const DAY = "(s.starts_at AT TIME ZONE (s.details->'venue'->>'timeZone'))::date"

/** A show with its cheapest price at one reseller ($1) and its stock, without its seat plan, which is large. */
export const selectShows = (more = ''): string => `
  SELECT s.id, s.starts_at, s.on_sale_at, s.status, s.seating, s.category, s.max_per_buyer, s.details${more}, p.amount, p.fees, p.currency, t.available, t.capacity, ${NAME} AS sort_name${FROM}`

/**
 * The shows a reseller sells, as asked. Without `from`, those that have not begun yet.
 * Asks for one more than `limit`: if it comes, there is another page.
 */
export function listStatement(
  resellerId: string,
  query: ShowQuery,
  after: readonly [string, string] | null,
): Statement {
  const { values, parameter, conditions } = conditionsOf(resellerId, query)
  const sort = SORTS[query.sort]
  if (after)
    conditions.push(`(${sort.by}, s.id) ${sort.compare} (${parameter(after[0])}::${sort.type}, ${parameter(after[1])})`)
  const text = `${selectShows()}
  WHERE ${conditions.join(' AND ')}
  ORDER BY ${sort.by} ${sort.direction}, s.id ${sort.direction} LIMIT ${parameter(query.limit + 1)}`
  return { text, values }
}

/** How many shows match, by city, leaving out what was asked about the city; most first. */
export function citiesStatement(resellerId: string, { city: _, ...query }: ShowQuery): Statement {
  const { values, conditions } = conditionsOf(resellerId, query)
  const text = `SELECT s.city AS name, count(*)::int AS shows${FROM}
  WHERE ${conditions.join(' AND ')} GROUP BY s.city ORDER BY shows DESC, name`
  return { text, values }
}

/** On which days, at the venues, shows begin. */
export function daysStatement(resellerId: string, query: ShowDaysQuery): Statement {
  const { values, conditions } = conditionsOf(resellerId, query)
  const text = `SELECT ${DAY}::text AS day, count(*)::int AS shows${FROM}
  WHERE ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 1 LIMIT 400`
  return { text, values }
}

/** `$1` is the reseller, always. */
function conditionsOf(resellerId: string, query: ShowDaysQuery) {
  const values: unknown[] = [resellerId]
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    query.from === undefined ? 's.starts_at > now()' : `s.starts_at >= ${parameter(query.from)}`,
    query.to !== undefined && `s.starts_at <= ${parameter(query.to)}`,
    query.fromDay !== undefined && `${DAY} >= ${parameter(query.fromDay)}::date`,
    query.toDay !== undefined && `${DAY} <= ${parameter(query.toDay)}::date`,
    query.city && `lower(s.city) = lower(${parameter(query.city)})`,
    query.category && `s.category = ${parameter(query.category)}`,
    query.priceTo !== undefined && `p.amount <= ${parameter(query.priceTo)}`,
    query.stock === 'available' && "s.status = 'scheduled' AND t.available > 0",
    ...wordsOf(query.q).map((word) => `s.search LIKE ${parameter(`%${word}%`)}`),
  ].filter((condition) => typeof condition === 'string' && condition !== '')
  return { values, parameter, conditions }
}

/** The words of a search, escaped for LIKE; a show must have all of them, anywhere. */
function wordsOf(q: string | undefined): string[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return words.slice(0, 10).map((word) => word.replace(/[\\%_]/g, '\\$&'))
}
