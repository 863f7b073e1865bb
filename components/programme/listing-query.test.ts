import { describe, expect, it } from 'vitest'
import { listingHref, listingQuery } from './listing-query.ts'

describe('listingQuery', () => {
  it('takes what it knows and trims it', () => {
    expect(listingQuery({ q: '  night ', category: 'concert', utm: 'x' })).toEqual({ q: 'night', category: 'concert' })
  })
  it('leaves out what is empty, repeated or too long', () => {
    expect(listingQuery({ q: '', category: ['a', 'b'], city: 'x'.repeat(200) })).toEqual({})
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
})
