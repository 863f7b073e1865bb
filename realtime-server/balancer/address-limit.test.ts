import { expect, it } from 'vitest'
import { AddressLimit } from './address-limit.ts'

it('lets an address have its share, and forgets it when all is given back', () => {
  const limit = new AddressLimit(2)
  expect([limit.enter('a'), limit.enter('a'), limit.enter('a'), limit.enter('b')]).toEqual([true, true, false, true])
  limit.leave('a')
  expect([limit.enter('a'), limit.enter('a')]).toEqual([true, false])
  for (const key of ['a', 'a', 'b']) limit.leave(key)
  expect(limit.size).toBe(0)
})
