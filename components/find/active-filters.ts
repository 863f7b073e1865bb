import type { ListingQuery } from '#components/programme/listing-href.ts'

/** Something that narrows the list; the two ends of a time are one filter. */
export type FilterName = 'q' | 'category' | 'city' | 'dates' | 'price' | 'available'

export interface ActiveFilter {
  readonly name: FilterName
  /** The change of the query that takes it away. */
  readonly removal: ListingQuery
}

const FILTERS: readonly ActiveFilter[] = [
  { name: 'q', removal: { q: undefined } },
  { name: 'category', removal: { category: undefined } },
  { name: 'city', removal: { city: undefined } },
  { name: 'dates', removal: { from: undefined, to: undefined } },
  { name: 'price', removal: { price: undefined } },
  { name: 'available', removal: { available: undefined } },
]

/** What narrows the list, in the order in which the page offers it. */
export function activeFilters(query: ListingQuery): ActiveFilter[] {
  return FILTERS.filter(({ removal }) => Object.keys(removal).some((part) => query[part as keyof ListingQuery]))
}
