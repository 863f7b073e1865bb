import { describe, expect, it } from 'vitest'
import { hrefOf, listingHref } from './listing-href.ts'
import { listingQuery, queryAtCore } from './listing-query.ts'

describe('listingQuery', () => {
  it('takes what it knows and trims it', () => {
    expect(listingQuery({ q: '  night ', category: 'concert', utm: 'x' })).toEqual({ q: 'night', category: 'concert' })
  })
  it('reads every part', () => {
    const whole = {
      ...{ q: 'night', category: 'concert', city: 'Leeds', from: '2026-12-01', to: '2026-12-31', price: '50' },
      ...{ available: '1', sort: '-price', view: 'calendar', month: '2026-12', cursor: 'abc' },
    }
    expect(listingQuery(whole)).toEqual(whole)
  })
  it.each([
    ['empty', { q: '', city: '', from: '', price: '', sort: '' }],
    ['repeated', { category: ['a', 'b'] }],
    ['too long', { city: 'x'.repeat(200), q: 'x'.repeat(121) }],
    ['no day of any calendar', { from: '2026-02-30', to: 'tomorrow', month: '2026-13' }],
    ['no price', { price: '-1' }],
    ['no price in whole units', { price: '9.99' }],
    ['no price of this world', { price: '99999999' }],
    ['not offered', { sort: 'colour', available: 'yes', view: 'map' }],
  ])('leaves out what is %s', (_name, given) => {
    expect(listingQuery(given)).toEqual({})
  })
  it('does not mention the order that lists have anyway', () => {
    expect(listingHref(listingQuery({ sort: 'date' }))).toBe('/shows')
  })
})

describe('queryAtCore', () => {
  it('asks in days, and in the currency’s smallest unit', () => {
    const query = listingQuery({ from: '2026-12-01', to: '2026-12-31', price: '50', available: '1', sort: 'name' })
    expect(queryAtCore(query, 'GBP')).toMatchObject({
      ...{ fromDay: '2026-12-01', toDay: '2026-12-31', priceTo: 5_000, stock: 'available', sort: 'name' },
    })
    expect(queryAtCore(query, 'JPY').priceTo).toBe(50)
  })
  it('never asks core for the calendar’s page', () => {
    expect(queryAtCore(listingQuery({ view: 'calendar', month: '2026-12' }), 'GBP')).not.toHaveProperty('month')
  })
})

describe('listingHref', () => {
  it('changes one part and keeps the others, but not the cursor', () => {
    expect(listingHref({ q: 'night', cursor: 'abc' }, { category: 'concert' })).toBe('/shows?q=night&category=concert')
  })
  it('goes on with a cursor', () => {
    expect(listingHref({ q: 'night' }, { cursor: 'a b' })).toBe('/shows?q=night&cursor=a+b')
  })
  it('takes a part away', () => {
    expect(listingHref({ category: 'concert' }, { category: undefined })).toBe('/shows')
  })
  it('has one address for one question, in whatever order a form has its fields', () => {
    expect(hrefOf({ sort: 'name', city: 'Leeds', q: '', other: 'x' })).toBe('/shows?city=Leeds&sort=name')
  })
})
