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

it.each([
  ['customer', '782d6be02af4f1962357dc305a5e8adee1667efb97c977f8b0c378d37e3c6b57'],
  ['guest-of-key', 'edcfdd61e946fa31b39c9f13a24a4a596b1c637b8224932fabe5f3e47a0734ca'],
  ['accounts', '2cb58a7ce92b43381eae791830464d80f6cfb0d908a29ae62df771c28c31c748'],
  ['preview', 'f5be1aa1070956e6c24f45152d6fa487bf517e944eb44f682a777ef9c2dc0075'],
  ['order-link', '3c5d0a77fec0844564ae0819e21139d3336677f3addc4f6587a3c2588557b742'],
  ['order-address', '286a708a28c279d2e0f834456548723929ecee54f93a457e3cfc5580df4711d9'],
  ['opt-out-link', '7d6a6b503f025324f03981a40843c1d9f5fe94d1a94c0863293c99da5bff9df2'],
  ['opt-out-address', 'bf59b16024564ab838fe15e7dcab723506537800406ac2448ad85cf0de467ae0'],
] as const)('is what it always was for %s: cookies, links and addresses outlive a release', (purpose, hex) => {
  expect(resellerSecret('a secret of at least 32 characters', purpose, 'aurora').toString('hex')).toBe(hex)
})
