import { ShowQuery } from '#contracts/show.ts'

export type ListingQuery = Pick<Partial<ShowQuery>, 'q' | 'category' | 'city' | 'cursor'>

type Given = Record<string, string | string[] | undefined>

/** What the address of the list asks for. What makes no sense is left out: a link with a typing error still shows shows. */
export function listingQuery(given: Given): ListingQuery {
  const pick = (name: 'q' | 'category' | 'city' | 'cursor') => {
    const read = ShowQuery.shape[name].safeParse(given[name])
    return read.success && read.data ? { [name]: read.data } : {}
  }
  return { ...pick('q'), ...pick('category'), ...pick('city'), ...pick('cursor') }
}

/** The list's address with some of the query changed; `undefined` takes a part away. A cursor never survives a change. */
export function listingHref({ cursor: _, ...query }: ListingQuery, change: ListingQuery = {}): string {
  const entries = Object.entries({ ...query, ...change }).filter(([, value]) => value)
  const search = new URLSearchParams(entries as [string, string][]).toString()
  return search ? `/shows?${search}` : '/shows'
}
