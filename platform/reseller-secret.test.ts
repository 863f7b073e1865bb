import { expect, it } from 'vitest'
import { resellerSecret } from './reseller-secret.ts'

it('is another for each purpose, each reseller and each secret, and the same for the same', () => {
  const of = (secret: string, purpose: 'order-link' | 'opt-out-link', reseller: string) =>
    resellerSecret(secret, purpose, reseller).toString('hex')
  const all = ['one', 'another'].flatMap((secret) =>
    (['order-link', 'opt-out-link'] as const).flatMap((purpose) =>
      ['aurora', 'luna'].map((reseller) => of(secret, purpose, reseller)),
    ),
  )
  expect(new Set(all).size).toBe(8)
  expect(of('one', 'order-link', 'aurora')).toBe(all[0])
})
