import { describe, expect, it } from 'vitest'
import { wayBackFrom, withNext } from './way-back.ts'

const from = (address: string, home = '/') => wayBackFrom(new URL(address, 'https://shop.invalid'), home)

describe('the way back from a page', () => {
  it.each([
    ['/', '/', '/'],
    ['/checkout/h1', '/', '/checkout/h1'],
    ['/shows?q=night&page=2', '/', '/shows?q=night&page=2'],
    ['/de', '/de', '/'],
    ['/de/shows/one', '/de', '/shows/one'],
    ['/design', '/de', '/design'],
    ['/preview/v2/shows', '/de', '/preview/v2/shows'],
    ['/accounting', '/', '/accounting'],
  ])('%s is plain: %s', (address, home, next) => {
    expect(from(address, home)).toBe(next)
  })

  it.each([
    ['an order by its mailed link', '/orders/o1?key=abc'],
    ['a place on a waitlist', '/de/waitlist/abc'],
    ['the end of mails', '/unsubscribe/abc'],
    ['a preview by a shared link', '/preview/abc/shows'],
    ['a preview by a link that looks like a number', '/preview/v2abc/shows'],
  ])('%s, whose address is all that it takes, is kept nowhere', (_, address) => {
    expect(from(address, address.startsWith('/de') ? '/de' : '/')).toBeNull()
  })

  it('on an account page is where that leads already', () => {
    expect(from('/account/sign-up?next=%2Fcheckout%2Fh1')).toBe('/checkout/h1')
    expect(from('/de/account/sign-in?next=%2Fshows', '/de')).toBe('/shows')
    expect(from('/account/goodbye')).toBeNull()
    expect(from('/account')).toBeNull()
  })
})

it('an account page carries it along whole', () => {
  const next = '/shows?q=a&b#c'
  expect(new URL(withNext('/account/sign-up', next), 'https://shop.invalid').searchParams.get('next')).toBe(next)
  expect(withNext('/account/sign-up', null)).toBe('/account/sign-up')
})
