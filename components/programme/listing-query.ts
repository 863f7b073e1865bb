import { z } from 'zod'
import { type ShowDaysQuery, ShowQuery } from '#contracts/show.ts'
import { smallestUnits } from '#lib/format/money.ts'
import type { ListingQuery } from './listing-href.ts'

type Given = Record<string, string | string[] | undefined>

/** How each part of the address is written; `price` is whole units of the shop's currency, at most what fits a price. */
const PARTS: Record<keyof ListingQuery, z.ZodType<string | undefined>> = {
  q: ShowQuery.shape.q,
  category: ShowQuery.shape.category,
  city: ShowQuery.shape.city,
  from: ShowQuery.shape.fromDay,
  to: ShowQuery.shape.toDay,
  price: z.string().regex(/^[1-9][0-9]{0,6}$/),
  available: z.literal('1'),
  sort: ShowQuery.shape.sort,
  view: z.literal('calendar'),
  month: z.string().regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])$/),
  cursor: ShowQuery.shape.cursor,
}

/** What the address of the list asks for. What makes no sense is left out: a link with a typing error still shows shows. */
export function listingQuery(given: Given): ListingQuery {
  const parts = Object.entries(PARTS).flatMap(([name, part]) => {
    const read = part.safeParse(given[name] ?? '')
    return given[name] !== undefined && read.success && read.data ? [[name, read.data]] : []
  })
  const query: ListingQuery = Object.fromEntries(parts)
  return query.sort === 'date' ? { ...query, sort: undefined } : query
}

/** The same as core is asked: the filters, without order and pages. */
export function filtersAtCore({ q, category, city, from, to, price, available }: ListingQuery, currency: string) {
  const filters: Partial<ShowDaysQuery> = {
    q,
    category,
    city,
    fromDay: from,
    toDay: to,
    priceTo: price === undefined ? undefined : smallestUnits(Number(price), currency),
    stock: available && 'available',
  }
  return filters
}

/** All of it, as core is asked. */
export function queryAtCore(query: ListingQuery, currency: string): Partial<ShowQuery> {
  return { ...filtersAtCore(query, currency), sort: query.sort, cursor: query.cursor }
}
