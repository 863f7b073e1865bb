import { expect, it } from 'vitest'
import { cookieValue, hostOnlyCookie } from './set-cookie.ts'

it('sets cookies for this host only, out of reach of scripts', () => {
  const cookie = hostOnlyCookie('rt', 'token', { maxAgeS: 600, secure: true })
  expect(cookie).toBe('rt=token; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure')
  expect(hostOnlyCookie('rt', 'token', { maxAgeS: 600, secure: false })).not.toContain('Secure')
  expect(hostOnlyCookie('rt', 'token', { maxAgeS: 600, secure: false, path: '/admin' })).toContain('; Path=/admin;')
})

it.each([
  [null, undefined],
  ['', undefined],
  ['customer=a.b', 'a.b'],
  ['other=1; customer=a.b; customer=c.d', 'a.b'],
  ['xcustomer=1', undefined],
  ['customer', undefined],
  ['customer=', ''],
  ['=customer; ; customer=a=b', 'a=b'],
])('finds in %j %j', (header, value) => {
  expect(cookieValue(header, 'customer')).toBe(value)
})
