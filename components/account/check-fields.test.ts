import { describe, expect, it } from 'vitest'
import * as contract from '#contracts/account.ts'
import { checkFields, type FieldSpec, PASSWORD_MAX, PASSWORD_MIN, refusedFields } from './check-fields.ts'

const all: readonly FieldSpec[] = [
  { name: 'name', kind: 'name' },
  { name: 'email', kind: 'email' },
  { name: 'currentPassword', kind: 'password' },
  { name: 'password', kind: 'newPassword' },
]
const good = { name: 'Ada', email: ' ada@example.com ', currentPassword: 'x', password: 'correct horse' }

describe('what was typed into a form', () => {
  it('has no faults when it can be sent', () => {
    expect(checkFields(all, good)).toEqual({})
  })

  it.each([
    ['name', ' ', 'nameMissing'],
    ['email', '', 'emailMissing'],
    ['email', 'ada', 'emailWrong'],
    ['email', 'ada@example', 'emailWrong'],
    ['currentPassword', '', 'passwordMissing'],
    ['password', 'short', 'passwordShort'],
    ['password', 'x'.repeat(129), 'passwordLong'],
  ])('%s “%s” is told as %s', (field, text, fault) => {
    expect(checkFields(all, { ...good, [field]: text })).toEqual({ [field]: fault })
  })

  it('is bounded as the storefront bounds it', () => {
    expect([PASSWORD_MIN, PASSWORD_MAX]).toEqual([contract.PASSWORD_MIN, contract.PASSWORD_MAX])
    const { password } = good
    expect(contract.SignUp.safeParse({ name: 'Ada', email: good.email, password }).success).toBe(true)
  })

  it('has the faults that only the storefront found, in its own fields', () => {
    expect(refusedFields(all, [{ path: 'email' }, { path: 'unknown' }])).toEqual({ email: 'emailWrong' })
    expect(refusedFields(all)).toEqual({})
  })
})
