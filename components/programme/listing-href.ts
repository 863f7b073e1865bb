import type { ShowQuery } from '#contracts/show.ts'

/** What the list's address asks for, as it is written there. Days are `2026-12-05`, at each show's venue. */
export interface ListingQuery {
  readonly q?: string | undefined
  readonly category?: string | undefined
  readonly city?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The most that the cheapest ticket may cost, in whole units of the shop's currency. */
  readonly price?: string | undefined
  /** Only what can be bought. */
  readonly available?: '1' | undefined
  /** Absent: by date. */
  readonly sort?: ShowQuery['sort'] | undefined
  /** Absent: the list alone. */
  readonly view?: 'calendar' | undefined
  /** The calendar's page, `2026-12`. */
  readonly month?: string | undefined
  readonly cursor?: string | undefined
}

/** In this order in every address, so that one question has one, and an edge keeps one answer. */
const ORDER = ['q', 'category', 'city', 'from', 'to', 'price', 'available', 'sort', 'view', 'month', 'cursor'] as const

/** The list's address with some of the query changed; `undefined` takes a part away. A cursor never survives a change. */
export function listingHref({ cursor: _, ...query }: ListingQuery, change: ListingQuery = {}): string {
  return hrefOf({ ...query, ...change })
}

/** The list's address as a form asks for it: fields that are empty are not asked. */
export function hrefOf(fields: Readonly<Record<string, string | undefined>> | ListingQuery): string {
  const given: Readonly<Record<string, string | undefined>> = { ...fields }
  const search = new URLSearchParams(ORDER.flatMap((name) => (given[name] ? [[name, given[name]]] : []))).toString()
  return search ? `/shows?${search}` : '/shows'
}
