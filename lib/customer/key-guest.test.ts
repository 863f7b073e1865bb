import { describe, expect, it } from 'vitest'
import { CustomerRef } from '#contracts/ids.ts'
import { sealCustomer } from './customer-cookie.ts'
import { coreHoldKey } from './idempotency-key.ts'
import { guestOfKey, isRandomKey } from './key-guest.ts'

const secret = 'a secret of at least thirty-two characters'
const key = '8b1d0a52f3f94c1e9d7a6b5c4d3e2f10'

describe('the guest of a key', () => {
  it('is the same one whenever the key comes again, and a good reference', () => {
    const guest = guestOfKey(secret, 'aurora', key)
    expect(guest).toBe(guestOfKey(secret, 'aurora', key))
    expect(CustomerRef.safeParse(guest).success).toBe(true)
    expect(guest).toHaveLength(24)
  })

  it('is another one at another reseller, under another secret, and for another key', () => {
    const others = [
      guestOfKey(secret, 'luna', key),
      guestOfKey(`${secret}!`, 'aurora', key),
      guestOfKey(secret, 'aurora', key.replace('8', '9')),
    ]
    expect(others).not.toContain(guestOfKey(secret, 'aurora', key))
  })

  it('is not to be read off a cookie’s seal, which is made with another key', () => {
    expect(sealCustomer(secret, 'aurora', key).split('.')[1]).not.toContain(guestOfKey(secret, 'aurora', key))
  })

  it.each([
    ['nothing', ''],
    ['a word', 'retry'],
    ['a number', '1'],
    ['half the bits', key.slice(0, 16)],
    ['a UUID that counts the time', '018f3f5e-7a7a-7c3e-8f00-000000000001'],
    ['no UUID at all', '00000000-0000-0000-0000-000000000000'],
    ['something behind it', `${key}0`],
  ])('is nobody for %s', (_, guessable) => {
    expect(isRandomKey(guessable)).toBe(false)
    expect(guestOfKey(secret, 'aurora', guessable)).toBeNull()
  })

  it('comes from the keys that our pages and programs make', () => {
    expect(isRandomKey(key)).toBe(true)
    expect(isRandomKey(crypto.randomUUID())).toBe(true)
  })
})

describe('the key of a hold at core', () => {
  it('is one however many guests the browser was meanwhile, so that core notices', () => {
    expect(coreHoldKey('buyer-a', key)).toBe(coreHoldKey('buyer-b', key))
  })
  it('is each buyer’s own where others could come up with the same', () => {
    expect(coreHoldKey('buyer-a', '1')).not.toBe(coreHoldKey('buyer-b', '1'))
    expect(coreHoldKey('buyer-a', '1')).toBe(coreHoldKey('buyer-a', '1'))
  })
})
