import { expect, it } from 'vitest'
import { isShareable } from './page-caching.ts'

it.each(['/', '/shows', '/shows/night-train'])('%s is the same for everybody', (path) => {
  expect(isShareable('GET', path, [])).toBe(true)
})

it.each([
  '/checkout',
  '/checkout/hold_1',
  '/orders/order_1',
  '/api/shows/x/availability',
  '/shows/x/y',
  '/account',
  '/account/sign-in',
  '/admin',
  '/admin/theme',
  '/anything',
])('%s may be about a person', (path) => {
  expect(isShareable('GET', path, [])).toBe(false)
})

it('nothing is shared with whoever carries a cookie, or changes something', () => {
  for (const cookie of ['customer', 'session', '__Host-session', 'signed-in'])
    expect(isShareable('GET', '/', [cookie])).toBe(false)
  expect(isShareable('POST', '/', [])).toBe(false)
})
