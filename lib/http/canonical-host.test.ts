import { expect, it } from 'vitest'
import { belongsToPrimaryHost, isElsewhere } from './canonical-host.ts'

it.each(['/', '/shows', '/shows/night-train', '/legal/terms', '/checkout/h1'])(
  '%s belongs to the primary host',
  (path) => {
    expect(belongsToPrimaryHost('GET', path, false)).toBe(true)
  },
)

it.each([
  '/api/shows/x/availability',
  '/media/artworks/x',
  '/robots.txt',
  '/favicon.ico',
  '/sitemap.xml',
  '/realtime/sse',
])('%s is answered where it is asked for', (path) => expect(belongsToPrimaryHost('GET', path, false)).toBe(false))

it('a person’s pages stay where their cookie is', () => {
  expect(belongsToPrimaryHost('GET', '/checkout/h1', true)).toBe(false)
  expect(belongsToPrimaryHost('GET', '/orders/o1', true)).toBe(false)
  expect(belongsToPrimaryHost('GET', '/shows', true)).toBe(true)
})

it('what changes something is not sent elsewhere', () => {
  expect(belongsToPrimaryHost('POST', '/shows', false)).toBe(false)
})

const site = (resellerId: string, host: string, primaryHost: string) => ({ resellerId, host, primaryHost })

it('sends on only to a host that keeps what it is sent', () => {
  const www = site('aurora', 'www.a.example', 'a.example')
  expect(isElsewhere(www, site('aurora', 'a.example', 'a.example'))).toBe(true)
  expect(isElsewhere(site('aurora', 'a.example', 'a.example'), www)).toBe(false)
  expect(isElsewhere(www, null)).toBe(false)
  // Two versions known at once, each sending to the other's host, would be a loop.
  expect(isElsewhere(www, site('aurora', 'a.example', 'www.a.example'))).toBe(false)
  expect(isElsewhere(www, site('luna', 'a.example', 'a.example'))).toBe(false)
})
