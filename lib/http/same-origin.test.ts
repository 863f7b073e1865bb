import { expect, it } from 'vitest'
import { isSameOrigin, isSentFromElsewhere } from './same-origin.ts'

it.each([
  ['http://aurora.localhost:3000', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3000', 'AURORA.localhost:3000'],
  ['https://aurora.example', 'aurora.example'],
  ['https://aurora.example', 'aurora.example:443'],
  ['http://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  [null, 'aurora.localhost:3000'],
])('origin %s may act on host %s', (origin, host) => {
  expect(isSameOrigin(origin, host)).toBe(true)
})

it.each([
  ['null', 'aurora.localhost:3000'],
  ['', 'aurora.localhost:3000'],
  ['http://luna.localhost:3000', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3001', 'aurora.localhost:3000'],
  ['http://aurora.localhost', 'aurora.localhost:3000'],
  ['http://aurora.localhost.evil.example:3000', 'aurora.localhost:3000'],
  ['http://evil.example/aurora.localhost:3000', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3000@evil.example', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3000/', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3000, http://evil.example', 'aurora.localhost:3000'],
  ['file://', 'aurora.localhost:3000'],
  ['chrome-extension://aurora.localhost:3000', 'aurora.localhost:3000'],
  ['http://aurora.localhost:3000', null],
  ['http://aurora.localhost:3000', 'aurora.localhost:3000/../'],
])('origin %s may not act on host %s', (origin, host) => {
  expect(isSameOrigin(origin, host)).toBe(false)
})

it.each([
  [null, false],
  ['same-origin', false],
  ['none', false],
  ['same-site', true],
  ['cross-site', true],
  ['', true],
  ['Same-Origin', true],
])('a browser that says %j sends from elsewhere: %s', (fetchSite, elsewhere) => {
  expect(isSentFromElsewhere(fetchSite)).toBe(elsewhere)
})
