import type { Price } from '#contracts/money.ts'
import type { AgreedTotal } from '#contracts/order.ts'
import { PROBLEM_STATUS, type Problem } from '#contracts/problem.ts'
import type { RememberedHold } from '#lib/holds/hold-memory.ts'

/*
 * Whether a buyer pays what they were shown. Core is to refuse another total; an older one ignores what we say of it
 * (decision 0092). Pure.
 */

/** Fees only explain a part of a total, so they may differ. */
export const isTotal = (agreed: AgreedTotal, { amount, currency }: Price): boolean =>
  agreed.amount === amount && agreed.currency === currency

/**
 * Core's own refusal, said before core is asked: null when the hold costs what the buyer agreed to, as far as core has
 * told us, or when nobody says what that was. A hold that is an order already is core's to answer for: the buyer submits
 * again, and gets that order.
 */
export function refusePrice({ total, orderId }: RememberedHold, agreed: AgreedTotal | undefined): Problem | null {
  if (agreed === undefined || orderId !== null || isTotal(agreed, total)) return null
  const type = 'core/price-changed'
  return { type, title: 'The tickets cost something else now', status: PROBLEM_STATUS[type], total }
}
