import { expect, it } from 'vitest'
import { listingHref } from '#components/programme/listing-href.ts'
import { activeFilters } from './active-filters.ts'

it('names what narrows the list, and not how it is shown', () => {
  const query = { q: 'night', city: 'Leeds', sort: 'price', view: 'calendar', month: '2026-12', cursor: 'x' } as const
  expect(activeFilters(query).map(({ name }) => name)).toEqual(['q', 'city'])
  expect(activeFilters({ sort: 'name', view: 'calendar' })).toEqual([])
})

it('takes both ends of a time for one filter', () => {
  const query = { from: '2026-12-01', to: '2026-12-24', available: '1' } as const
  const [dates, ...rest] = activeFilters(query)
  expect(listingHref(query, dates?.removal)).toBe('/shows?available=1')
  expect(rest.map(({ name }) => name)).toEqual(['available'])
  expect(activeFilters({ to: '2026-12-24' }).map(({ name }) => name)).toEqual(['dates'])
})
