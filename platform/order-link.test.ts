import { describe, expect, it } from 'vitest'
import { addressDigest, isLiveKey, linkExpiryMs, opensOrder, orderLink, orderLinkKey } from './order-link.ts'

const SECRET = 'a secret of at least 32 characters'
const order = { resellerId: 'aurora', orderId: 'ord_1', customerRef: 'customer-0000000000' }
const now = Date.parse('2026-11-26T12:00:00Z')
const until = now + 60_000
const key = orderLinkKey(SECRET, order, until)

describe('a link to an order', () => {
  it('opens its order until it expires, to the second', () => {
    expect(orderLink(SECRET, order, until)).toBe(`/orders/ord_1?key=${key}`)
    expect(opensOrder(SECRET, order, key, now)).toBe(true)
    expect(opensOrder(SECRET, order, key, until - 1)).toBe(true)
    expect(opensOrder(SECRET, order, key, until)).toBe(false)
    expect(isLiveKey(key, until)).toBe(false)
  })
  it.each([
    ['another order', { ...order, orderId: 'ord_2' }],
    ['another reseller’s order of the same id', { ...order, resellerId: 'luna' }],
    ['another buyer’s', { ...order, customerRef: 'customer-1111111111' }],
    ['an order and buyer cut elsewhere', { ...order, orderId: 'ord_1\ncustomer', customerRef: '-0000000000' }],
  ])('opens nothing else: %s', (_what, other) => {
    expect(opensOrder(SECRET, other, key, now)).toBe(false)
  })
  it('means nothing under another secret', () => {
    expect(opensOrder(SECRET.toUpperCase(), order, key, now)).toBe(false)
  })
  it('cannot be made to last longer', () => {
    const later = Math.floor((until + 3_600_000) / 1000).toString(36)
    expect(opensOrder(SECRET, order, `${later}.${key.split('.')[1]}`, now)).toBe(false)
  })
  it('cannot be changed in a single character', () => {
    for (let at = 0; at < key.length; at++) {
      const changed = `${key.slice(0, at)}${key[at] === 'B' ? 'C' : 'B'}${key.slice(at + 1)}`
      expect(opensOrder(SECRET, order, changed, now), `at ${at}`).toBe(false)
    }
  })
  it.each([
    '',
    '.',
    'abc',
    `${key}A`,
    `${key}.x`,
    key.replace('.', ''),
    `zzzzzzzzzz.${key.split('.')[1]}`,
    '٣٣٣٣٣٣.x',
    `${key}\n`,
  ])('is not %j', (text) => {
    expect(opensOrder(SECRET, order, text, now)).toBe(false)
  })
  it('is not an absent one', () => {
    expect(opensOrder(SECRET, order, undefined, now)).toBe(false)
  })
})

describe('the life of a link', () => {
  it('is thirty days past the show', () => {
    expect(linkExpiryMs('2026-12-05T19:30:00Z', now)).toBe(Date.parse('2027-01-04T19:30:00Z'))
  })
  it('is a week for those who ask later than that', () => {
    expect(linkExpiryMs('2026-01-05T19:30:00Z', now)).toBe(Date.parse('2026-12-03T12:00:00Z'))
  })
})

describe('an address', () => {
  it('is found however it was typed, at its own reseller only', () => {
    const digest = addressDigest(SECRET, 'aurora', 'Ada@Example.com ')
    expect(addressDigest(SECRET, 'aurora', 'ada@example.com')).toBe(digest)
    expect(addressDigest(SECRET, 'luna', 'ada@example.com')).not.toBe(digest)
    expect(addressDigest(SECRET, 'aurora', 'ada@example.org')).not.toBe(digest)
    expect(digest).not.toContain('ada')
  })
})
