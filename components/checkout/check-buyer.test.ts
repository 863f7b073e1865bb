import { describe, expect, it } from 'vitest'
import { checkBuyer, firstAtFault, refusedFields } from './check-buyer.ts'

describe('checkBuyer', () => {
  it.each([
    ['Ana Pérez', 'ana@example.com', {}],
    ['山田 太郎', 'taro+tickets@mail.example.co.jp', {}],
    ['  ', 'ana@example.com', { name: 'nameMissing' }],
    ['a'.repeat(121), 'ana@example.com', { name: 'nameLong' }],
    ['Ana', '', { email: 'emailMissing' }],
    ['Ana', 'ana@example', { email: 'emailWrong' }],
    ['Ana', 'ana example@x.y', { email: 'emailWrong' }],
    ['Ana', 'ana@example..com', { email: 'emailWrong' }],
    ['', 'x', { name: 'nameMissing', email: 'emailWrong' }],
  ])('judges "%s" and "%s"', (name, email, faults) => {
    expect(checkBuyer({ name, email })).toEqual(faults)
  })
})

it('takes over what the storefront found', () => {
  expect(refusedFields([{ path: 'buyer.email' }, { path: 'holdId' }])).toEqual({ email: 'emailWrong' })
})

it('leads to the first field at fault, whoever found it', () => {
  expect(firstAtFault(refusedFields([{ path: 'buyer.email' }]))).toBe('email')
  expect(firstAtFault(refusedFields([{ path: 'buyer.email' }, { path: 'buyer.name' }]))).toBe('name')
  expect(firstAtFault(checkBuyer({ name: 'Ana', email: '' }))).toBe('email')
  expect(firstAtFault({})).toBeNull()
})
