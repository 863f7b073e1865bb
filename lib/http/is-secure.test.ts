import { expect, it } from 'vitest'
import { isSecure } from './is-secure.ts'

it.each([
  ['over TLS, as the edge says', 'https', true],
  ['plain, as the edge says after whoever came before it', 'https, http', false],
  ['over TLS, as the edge says after whoever came before it', 'http, https', true],
  ['plain where nobody says', null, false],
])('a browser reached us %s', (_how, header, expected) => {
  expect(isSecure(new Headers(header === null ? {} : { 'x-forwarded-proto': header }))).toBe(expected)
})
