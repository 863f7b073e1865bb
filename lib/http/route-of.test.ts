import { expect, it } from 'vitest'
import { routeOf, sitePath } from './route-of.ts'

it.each([
  ['/', { to: 'site' }],
  ['/shows/night-train', { to: 'site' }],
  ['/api/holds', { to: 'site' }],
  ['/media/artworks/night-train', { to: 'site' }],
  ['/sitesmap', { to: 'site' }],
  ['/_next/static/chunks/a.js', { to: 'file' }],
  ['/fonts/inter.woff2', { to: 'file' }],
  ['/_next/data/build/index.json', { to: 'nowhere' }],
  ['/_next/image', { to: 'nowhere' }],
  ['/sites', { to: 'nowhere' }],
  ['/staff/luna.localhost', { to: 'nowhere' }],
  ['/admin', { to: 'site' }],
  ['/sites/luna.localhost/orders', { to: 'nowhere' }],
  ['/%E0%A4%A', { to: 'refusal' }],
  ['/api/holds/%', { to: 'refusal' }],
  ['/_next/static/%zz', { to: 'refusal' }],
  ['/healthz', { to: 'nowhere' }],
  ['/readyz', { to: 'nowhere' }],
  ['/metrics', { to: 'nowhere' }],
])('on a reseller’s host %s goes %j', (path, route) => {
  expect(routeOf(path, false)).toEqual(route)
})

it.each([
  ['/readyz', { to: 'ops', path: '/api/readyz' }],
  ['/metrics', { to: 'ops', path: '/api/metrics' }],
  ['/sites/luna.localhost', { to: 'nowhere' }],
  ['/api/readyz', { to: 'site' }],
])('by a machine’s address %s goes %j', (path, route) => {
  expect(routeOf(path, true)).toEqual(route)
})

it.each([
  ['/admin', '/staff/aurora.localhost'],
  ['/admin/versions', '/staff/aurora.localhost/versions'],
  ['/administration', '/sites/aurora.localhost/administration'],
  ['/api/admin/drafts', '/sites/aurora.localhost/api/admin/drafts'],
])('gives the staff’s %s a frame of its own, at %s', (path, internal) => {
  expect(sitePath('aurora.localhost', path)).toBe(internal)
})

it('puts every path under the host it was asked of', () => {
  expect(sitePath('aurora.localhost', '/%73ites/luna.localhost')).toBe('/sites/aurora.localhost/%73ites/luna.localhost')
})

it('has the sitemap among its parts', () => {
  expect(sitePath('aurora.localhost', '/sitemap.xml')).toBe('/sites/aurora.localhost/sitemap/all.xml')
})
