import { describe, expect, it } from 'vitest'
import { type Ended, optOutDigest, optOutKey, readOptOutKey } from './opt-out-link.ts'
import { opensOrder, orderLinkKey } from './order-link.ts'

const SECRET = 'a secret of at least 32 characters'
const now = Date.parse('2026-11-26T12:00:00Z')
const YEAR_MS = 365 * 24 * 60 * 60_000
const addressDigest = optOutDigest(SECRET, 'aurora', 'ada@example.com')
const reminders: Ended = { what: 'reminders', addressDigest }
const waitlist: Ended = { what: 'waitlist', token: 'w'.repeat(32) }
const key = optOutKey(SECRET, 'aurora', reminders, now)
const read = (text: string, resellerId = 'aurora', at = now) => readOptOutKey(SECRET, resellerId, text, at)

describe('a link that ends mails', () => {
  it.each([reminders, waitlist])('says what it ends: %j', (ended) => {
    expect(read(optOutKey(SECRET, 'aurora', ended, now))).toEqual(ended)
  })

  it('names no address', () => {
    expect(key).not.toMatch(/ada|example|@|%40/i)
    expect(key).toMatch(/^[\w.-]{90,160}$/) // nothing that a header or an address would have to encode
  })

  it('works for a year, to the second', () => {
    expect(read(key, 'aurora', now + YEAR_MS - 1)).toEqual(reminders)
    expect(read(key, 'aurora', now + YEAR_MS)).toBeNull()
  })

  it('ends nothing at another reseller, nor under another secret', () => {
    expect(read(key, 'luna')).toBeNull()
    expect(readOptOutKey(SECRET.toUpperCase(), 'aurora', key, now)).toBeNull()
  })

  it('cannot be changed in a single character', () => {
    for (let at = 0; at < key.length; at++) {
      const changed = `${key.slice(0, at)}${key[at] === 'B' ? 'C' : 'B'}${key.slice(at + 1)}`
      expect(read(changed), `at ${at}`).toBeNull()
    }
  })

  it('cannot be made to last, or to end something else', () => {
    const [what, whose, until = '', seal] = key.split('.')
    const later = (Number.parseInt(until, 36) + 3_600).toString(36)
    expect(read([what, whose, later, seal].join('.'))).toBeNull()
    expect(read(['waitlist', whose, until, seal].join('.'))).toBeNull()
    expect(read([what, optOutDigest(SECRET, 'aurora', 'eve@example.com'), until, seal].join('.'))).toBeNull()
  })

  it('opens no order, as no order’s link ends mails', () => {
    const order = { resellerId: 'aurora', orderId: 'ord_1', customerRef: 'customer-0000000000' }
    const [, , until, seal] = key.split('.')
    expect(opensOrder(SECRET, order, `${until}.${seal}`, now)).toBe(false)
    const [orderUntil, orderSeal] = orderLinkKey(SECRET, order, now + 60_000).split('.')
    expect(read(`reminders.${addressDigest}.${orderUntil}.${orderSeal}`)).toBeNull()
  })

  it.each(['', '.', 'reminders', '...', `${key}A`, `${key}.`, `${key}\n`, key.replace('.', ''), key.toUpperCase()])(
    'is not %j',
    (text) => expect(read(text)).toBeNull(),
  )
})

describe('an address', () => {
  it('is the same however it was typed, at its own reseller only', () => {
    expect(optOutDigest(SECRET, 'aurora', ' Ada@Example.com')).toBe(addressDigest)
    expect(optOutDigest(SECRET, 'luna', 'ada@example.com')).not.toBe(addressDigest)
    expect(optOutDigest(SECRET, 'aurora', 'ada@example.org')).not.toBe(addressDigest)
  })
})
