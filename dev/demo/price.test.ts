import { expect, test } from 'vitest'
import { priceAt } from './price.ts'

test.each([
  ['aurora', { amount: 3_850, currency: 'GBP', fees: 425 }],
  ['luna', { amount: 4_550, currency: 'EUR', fees: 320 }],
  ['hoshi', { amount: 7_300, currency: 'JPY', fees: 370 }],
  ['kite', { amount: 4_900, currency: 'USD', fees: 590 }],
] as const)('£38.50 at %s is a round price of its own, fees within it', (resellerId, price) => {
  expect(priceAt(resellerId, 38.5)).toEqual(price)
})
