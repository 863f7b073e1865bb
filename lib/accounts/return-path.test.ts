import { expect, it } from 'vitest'
import { HOME, returnPath, signInPath } from './return-path.ts'

it.each([
  '/',
  '/shows/night-train',
  '/checkout/hold_1?from=mail#pay',
  '/admin',
  '/admin/versions/3',
  '/account',
  '/orders/o1',
  `/${'a'.repeat(499)}`, // as long as a way back may be
])('%s is a way back', (path) => {
  expect(returnPath(path)).toBe(path)
})

it.each([
  ['nothing', null],
  ['an empty one', ''],
  ['another site', 'https://evil.example/'],
  ['another scheme', 'javascript:alert(1)'],
  ['no path', 'shows'],
  ['a host without a scheme', '//evil.example'],
  ['the same, as browsers read it', '/\\evil.example'],
  ['a backslash further on', '/shows\\..\\evil'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line break', '/\n/evil.example'],
  ['dots that lead to a host', '/.//evil.example'],
  ['dots that go up to one', '/x/..//evil.example'],
  ['signing in, which would lead in circles', '/account/sign-in?next=/account/sign-in'],
  ['a mailed link’s page', '/account/reset?token=x'],
  ['the API', '/api/account/export'],
  ['more than any path of ours', `/${'a'.repeat(500)}`],
  ['letters that are no part of an address', '/shows/日本'],
])('%s is no way back', (_name, path) => {
  expect(returnPath(path)).toBe(HOME)
})

it('the sign-in page carries it along', () => {
  expect(signInPath('/admin?tab=live')).toBe('/account/sign-in?next=%2Fadmin%3Ftab%3Dlive')
  expect(signInPath('//evil.example')).toBe('/account/sign-in?next=%2Faccount')
})
