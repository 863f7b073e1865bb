import { expect, test } from 'vitest'
import type { Identity } from '#contracts/stream.ts'
import { Persons } from './persons.ts'

const person = (resellerId: string, customerRef: string, sid = 's'): Identity => ({
  ...{ resellerId, customerRef, sid, roles: [], expiresAtMs: 9e15 },
})

test('a person has a share at each reseller, in however many sessions, and is forgotten when all is given back', () => {
  const persons = new Persons(2)
  const ana = person('aurora', 'customer-ana-000')
  const leave = [persons.enter(ana), persons.enter({ ...ana, sid: 'phone' })]
  expect(persons.haveTheirShare(person('aurora', 'customer-ana-000', 'tablet'))).toBe(true)
  expect(persons.haveTheirShare(person('luna', 'customer-ana-000'))).toBe(false)
  expect(persons.haveTheirShare(person('aurora', 'customer-ben-000'))).toBe(false)
  expect(persons.haveTheirShare(null)).toBe(false)
  leave[0]?.()
  expect(persons.haveTheirShare(ana)).toBe(false)
  leave[1]?.()
  expect(persons.size).toBe(0)
})
