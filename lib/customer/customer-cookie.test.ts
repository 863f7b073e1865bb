import { describe, expect, it } from 'vitest'
import { CustomerRef } from '#contracts/ids.ts'
import { mintCustomerRef, sealCustomer, unsealCustomer } from './customer-cookie.ts'
import { coreIdempotencyKey } from './idempotency-key.ts'

const secret = 'a secret of at least thirty-two characters'
const customerRef = mintCustomerRef()
const value = sealCustomer(secret, 'aurora', customerRef)

describe('the customer cookie', () => {
  it('names a customer whom nobody guesses', () => {
    const many = new Set(Array.from({ length: 1_000 }, mintCustomerRef))
    expect(many.size).toBe(1_000)
    expect(CustomerRef.safeParse(customerRef).success).toBe(true)
    expect(customerRef).toHaveLength(24)
  })

  it('is read at the reseller that sealed it', () => {
    expect(unsealCustomer(secret, 'aurora', value)).toBe(customerRef)
  })

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['the bare reference', customerRef],
    ['no seal', `${customerRef}.`],
    ['somebody else’s reference', `${mintCustomerRef()}.${value.split('.')[1]}`],
    ['a seal with a flipped end', `${value.slice(0, -2)}AA`],
    ['half a seal', value.slice(0, -10)],
    ['more than a seal', `${value}.more`],
    ['garbage', '💥.💥'],
  ])('is nobody’s with %s', (_, given) => {
    expect(unsealCustomer(secret, 'aurora', given)).toBeNull()
  })

  it('means nothing at another reseller or under another secret', () => {
    expect(unsealCustomer(secret, 'luna', value)).toBeNull()
    expect(unsealCustomer(`${secret}!`, 'aurora', value)).toBeNull()
  })
})

it('keeps two buyers’ equal keys apart, so that nobody repeats a key and receives somebody else’s hold', () => {
  expect(coreIdempotencyKey('buyer-a', 'key')).toBe(coreIdempotencyKey('buyer-a', 'key'))
  expect(coreIdempotencyKey('buyer-a', 'key')).not.toBe(coreIdempotencyKey('buyer-b', 'key'))
})
