import { expect, it } from 'vitest'
import { cameOverTls } from './forwarded-proto.ts'

it.each([
  ['over TLS', 'https', true],
  ['over TLS, in capitals too', 'HTTPS', true],
  ['over TLS, with spaces around', '  https ', true],
  ['as the proxy next to us says, not whoever came before it', 'https, http', false],
  ['as the proxy next to us says, though another one had it plain', 'http,https', true],
  ['without, when the last one says nothing', 'https,', false],
  ['without', 'http', false],
  ['without, when somebody says something else', 'ftp', false],
  ['without, when the header is empty', '', false],
  ['without, when nobody says', null, false],
  ['without, when there is no header', undefined, false],
])('a request came %s', (_how, header, expected) => {
  expect(cameOverTls(header)).toBe(expected)
})
