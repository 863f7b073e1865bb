import { expect, it } from 'vitest'
import { mayActAs, STAFF_ROLES, staffRole } from './account.ts'

it('a role includes the lesser ones, and no greater', () => {
  const table = STAFF_ROLES.map((has) => STAFF_ROLES.filter((needed) => mayActAs(has, needed)))
  expect(table).toEqual([['viewer'], ['viewer', 'editor'], ['viewer', 'editor', 'owner']])
  for (const needed of STAFF_ROLES) expect(mayActAs(null, needed)).toBe(false)
})

it('what is stored and no role is none', () => {
  expect(staffRole('owner')).toBe('owner')
  for (const text of ['customer', 'OWNER', '', null, undefined]) expect(staffRole(text)).toBeNull()
})
