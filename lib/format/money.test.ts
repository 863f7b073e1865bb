import { describe, expect, it } from 'vitest'
import { formatMoney, formatShortMoney } from './money.ts'

describe('formatMoney', () => {
  it.each([
    [{ amount: 4500, currency: 'GBP' }, 'en-GB', '£45.00'],
    [{ amount: 123456, currency: 'USD' }, 'en-US', '$1,234.56'],
    [{ amount: 4550, currency: 'EUR' }, 'es-ES', '45,50\u00a0€'],
    [{ amount: 4500, currency: 'JPY' }, 'ja-JP', '￥4,500'],
    [{ amount: 0, currency: 'GBP' }, 'en-GB', '£0.00'],
  ])('writes %j in %s as %s', (money, locale, text) => {
    expect(formatMoney(money, locale)).toBe(text)
  })
})

describe('formatShortMoney', () => {
  it('leaves out minor units that are zero', () => {
    expect(formatShortMoney({ amount: 4500, currency: 'GBP' }, 'en-GB')).toBe('£45')
  })
  it('keeps minor units that say something', () => {
    expect(formatShortMoney({ amount: 4550, currency: 'GBP' }, 'en-GB')).toBe('£45.50')
  })
})
