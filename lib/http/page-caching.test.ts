import { expect, it } from 'vitest'
import { isShareable, keptUntil } from './page-caching.ts'

it.each(['/', '/shows', '/shows/night-train', '/legal/terms'])('%s is the same for everybody', (path) => {
  expect(isShareable('GET', path, [])).toBe(true)
})

it.each([
  '/checkout',
  '/checkout/hold_1',
  '/orders/order_1',
  '/api/shows/x/availability',
  '/shows/x/y',
  '/legal/terms/x',
  '/preview/v1',
  '/preview/v1/shows',
  '/admin',
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

it.each([
  ['1767225600.000', '@1767225600'],
  ['1767225600.499', '@1767225600'],
  ['1767225600.500', '@1767225601'],
  ['1767225600.999', '@1767225601'],
])('at %s by the edge’s clock a page is kept until the end of %s, half a second to one and a half', (clock, until) => {
  expect(keptUntil(clock)).toBe(until)
})

it.each([null, '', '1767225600', 'now', '1e9.000', '99999999999999.000'])(
  'without such a clock (%j) for a second',
  (clock) => {
    expect(keptUntil(clock)).toBe('1')
  },
)
