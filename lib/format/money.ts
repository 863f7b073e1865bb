import type { Currency } from '#contracts/money.ts'
import { keptFormats } from './kept-formats.ts'
import { plainSpaces } from './plain-spaces.ts'

interface Money {
  readonly amount: number
  readonly currency: Currency
}

const kept = keptFormats<Intl.NumberFormat>()

/** `amount` in minor units as people write it there: £45.00, 45,00 €, ￥4,500. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return format(amount, numberFormat(locale, currency, 'auto'))
}

/** The same without ".00", for headlines and seat prices: £45. */
export function formatShortMoney({ amount, currency }: Money, locale: string): string {
  return format(amount, numberFormat(locale, currency, 'stripIfInteger'))
}

/** The amount as programs write it, with all its digits and a point: `45.00`, `4500` in yen. */
export function decimalAmount({ amount, currency }: Money): string {
  const digits = numberFormat('en', currency, 'auto').resolvedOptions().maximumFractionDigits ?? 0
  return (amount / 10 ** digits).toFixed(digits)
}

/** Whole units as an amount: 50 pounds are 5,000 pence, 50 yen are 50. */
export function smallestUnits(units: number, currency: Currency): number {
  return units * 10 ** (numberFormat('en', currency, 'auto').resolvedOptions().maximumFractionDigits ?? 0)
}

function format(amount: number, number: Intl.NumberFormat): string {
  const digits = number.resolvedOptions().maximumFractionDigits ?? 0
  return plainSpaces(number.format(amount / 10 ** digits))
}

function numberFormat(locale: string, currency: string, trailingZeroDisplay: 'auto' | 'stripIfInteger') {
  const key = `${locale} ${currency} ${trailingZeroDisplay}`
  return kept(key, () => new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay }))
}
