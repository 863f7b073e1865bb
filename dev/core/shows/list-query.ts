import type { ShowQuery } from '#contracts/show.ts'

/** A query as `pg` takes it. */
export interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** What each order sorts by, and how its cursor's value compares. `id` breaks ties, so that a page never skips or repeats. */
const SORTS = {
  date: { by: 's.starts_at', type: 'timestamptz', direction: 'ASC', compare: '>' },
  '-date': { by: 's.starts_at', type: 'timestamptz', direction: 'DESC', compare: '<' },
  price: { by: 'p.amount', type: 'integer', direction: 'ASC', compare: '>' },
  '-price': { by: 'p.amount', type: 'integer', direction: 'DESC', compare: '<' },
} as const

/** A show with its cheapest price at one reseller ($1) and its stock, without its seat plan, which is large. */
export const selectShows = (more = ''): string => `
  SELECT s.id, s.starts_at, s.on_sale_at, s.status, s.seating, s.category, s.max_per_buyer, s.details${more}, p.amount, p.fees, p.currency, t.available, t.capacity
  FROM show s
  JOIN LATERAL (
    SELECT amount, fees, currency FROM price WHERE show_id = s.id AND reseller_id = $1 ORDER BY amount LIMIT 1
  ) p ON true
  JOIN LATERAL (
    SELECT sum(available)::int AS available, sum(capacity)::int AS capacity FROM tier WHERE show_id = s.id
  ) t ON true`

/**
 * The shows a reseller sells, as asked. Without `from`, those that have not begun yet.
 * Asks for one more than `limit`: if it comes, there is another page.
 */
export function listStatement(
  resellerId: string,
  query: ShowQuery,
  after: readonly [string, string] | null,
): Statement {
  const values: unknown[] = [resellerId]
  const parameter = (value: unknown) => `$${values.push(value)}`
  const sort = SORTS[query.sort]
  const conditions = [
    query.from === undefined ? 's.starts_at > now()' : `s.starts_at >= ${parameter(query.from)}`,
    query.to !== undefined && `s.starts_at <= ${parameter(query.to)}`,
    query.city && `lower(s.city) = lower(${parameter(query.city)})`,
    query.category && `s.category = ${parameter(query.category)}`,
    ...wordsOf(query.q).map((word) => `s.search LIKE ${parameter(`%${word}%`)}`),
    after && `(${sort.by}, s.id) ${sort.compare} (${parameter(after[0])}::${sort.type}, ${parameter(after[1])})`,
  ].filter(Boolean)
  const text = `${selectShows()}
  WHERE ${conditions.join(' AND ')}
  ORDER BY ${sort.by} ${sort.direction}, s.id ${sort.direction} LIMIT ${parameter(query.limit + 1)}`
  return { text, values }
}

/** The words of a search, escaped for LIKE; a show must have all of them, anywhere. */
function wordsOf(q: string | undefined): string[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return words.slice(0, 10).map((word) => word.replace(/[\\%_]/g, '\\$&'))
}
