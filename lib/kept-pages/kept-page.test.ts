import { expect, it } from 'vitest'
import { keptPageOf, type Made, withNonce } from './kept-page.ts'

const OLD = '0123456789abcdef0123456789abcdef'
const NEW = 'f'.repeat(32)
const page = (nonce: string) => `<script nonce="${nonce}">é</script><p>日本</p><script nonce="${nonce}"></script>`

const made = (more: Partial<Made> = {}): Made => ({
  status: 200,
  body: Buffer.from(page(OLD)),
  ...more,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'x-edge-nonce': OLD,
    'x-accel-expires': '1',
    'content-security-policy': `script-src 'nonce-${OLD}'`,
    'cache-control': 'private, no-store',
    date: 'Fri, 27 Nov 2026 11:00:00 GMT',
    vary: 'rsc',
    'x-middleware-rewrite': '/sites/aurora.localhost',
    ...more.headers,
  },
})

it('gives everybody the page with a nonce of their own, and with what is said of it', () => {
  const kept = keptPageOf(made())
  if (!kept) throw new Error('it is kept')
  expect(withNonce(kept, NEW).toString()).toBe(page(NEW))
  expect(kept.headers).toEqual([
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'private, no-store'],
    ['vary', 'rsc'],
  ])
  expect(kept.body.toString(), 'what is kept stays as it was').toBe(page(OLD))
})

it.each<[string, Partial<Made>]>([
  ['an error', { status: 503 }],
  ['what is not there', { status: 404 }],
  ['a way elsewhere', { status: 307 }],
  ['a program’s answer', { headers: { 'content-type': 'text/x-component' } }],
  ['what sets a cookie', { headers: { 'set-cookie': ['customer=1'] } }],
  ['what was packed', { headers: { 'content-encoding': 'gzip' } }],
  ['what may not be shared', { headers: { 'x-edge-nonce': undefined } }],
  ['a nonce that any page could contain', { headers: { 'x-edge-nonce': 'p' }, body: Buffer.from('<p>') }],
  ['a page without its nonce', { body: Buffer.from('<p>') }],
])('does not keep %s', (_, more) => expect(keptPageOf(made(more))).toBeNull())

it('puts nothing else than a nonce into a page', () => {
  const kept = keptPageOf(made())
  if (!kept) throw new Error('it is kept')
  for (const odd of ['', 'f', `${NEW}f`, `"${NEW.slice(1)}`]) expect(() => withNonce(kept, odd)).toThrow(RangeError)
})
