import { describe, expect, it } from 'vitest'
import { mailRow, type NewMail } from './mail-row.ts'

const reset: NewMail = {
  ...{ kind: 'account.reset', data: { url: 'https://aurora.localhost/reset?token=secret' } },
  ...{ to: 'ada@example.com', locale: 'de-DE' },
}

describe('the row of a mail', () => {
  it('has what the worker needs, and what its kind is worth', () => {
    expect(mailRow('aurora', { ...reset, dedupeKey: 'order-1' })).toEqual({
      ...{ resellerId: 'aurora', mailId: expect.stringMatching(/^[0-9a-f-]{36}$/), dedupeKey: 'order-1' },
      ...{ kind: 'account.reset', data: { url: 'https://aurora.localhost/reset?token=secret' } },
      ...{ recipient: 'ada@example.com', locale: 'de-DE', priority: 0 },
    })
  })

  it('is its own cause where none is named', () => {
    const [one, other] = [mailRow('aurora', reset), mailRow('aurora', reset)]
    expect(one.dedupeKey).toBe(one.mailId)
    expect(other.dedupeKey).not.toBe(one.dedupeKey)
  })

  it.each([
    ['two addresses', { to: 'a@example.com, b@example.com' }],
    ['a line break', { to: 'a@example.com\r\nBcc: b@example.com' }],
    ['a link to a script', { data: { url: 'javascript:alert(1)' } }],
    ['data of another kind', { data: {} }],
    ['a kind that there is not', { kind: 'account.nonsense' }],
  ])('is none with %s', (_, change) => {
    expect(() => mailRow('aurora', { ...reset, ...change } as NewMail)).toThrow()
  })
})
