import type { Price } from '#contracts/money.ts'
import type { ResellerId } from './demo-show.ts'

/**
 * How each reseller turns a price in pounds into its own: units per pound, the step it rounds to, and its fee as a share
 * of the all-in price, rounded to `feeStep`. Steps are minor units. Real resellers differ, so these do.
 */
const PRICING: Readonly<
  Record<ResellerId, { currency: string; rate: number; step: number; fee: number; feeStep: number }>
> = {
  aurora: { currency: 'GBP', rate: 100, step: 50, fee: 0.11, feeStep: 5 },
  luna: { currency: 'EUR', rate: 118, step: 50, fee: 0.07, feeStep: 10 },
  hoshi: { currency: 'JPY', rate: 190, step: 100, fee: 0.05, feeStep: 10 },
  kite: { currency: 'USD', rate: 128, step: 100, fee: 0.12, feeStep: 5 },
}

/** The all-in price at a reseller, and the fees within it. */
export function priceAt(resellerId: ResellerId, pounds: number): Price {
  const { currency, rate, step, fee, feeStep } = PRICING[resellerId]
  const amount = Math.max(step, Math.round((pounds * rate) / step) * step)
  return { amount, currency, fees: Math.round((amount * fee) / feeStep) * feeStep }
}
