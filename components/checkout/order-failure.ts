import { NotSentError } from '#components/api/not-sent-error.ts'
import { isRetryable, problemOf } from '#components/api/problem-error.ts'

/**
 * Why an order did not go through, as the beginning of the names of its texts; `gone` is a text about holds. Only `failed`,
 * `priceChanged` and `offline` may say that nothing was charged.
 */
export type OrderFailure =
  | 'priceChanged'
  | 'priceChangedAsked'
  | 'offline'
  | 'gone'
  | 'wait'
  | 'already'
  | 'over'
  | 'failed'
  | 'unknown'

/** @param askedBefore whether an order for the same hold was sent before this one and never answered */
export function orderFailure(error: Error, askedBefore: boolean): OrderFailure {
  if (error instanceof NotSentError) return 'offline'
  if (isRetryable(error)) return 'unknown'
  const problem = problemOf(error)
  if (problem?.type === 'core/price-changed' && problem.total) return askedBefore ? 'priceChangedAsked' : 'priceChanged'
  // An order goes by its hold (decision 0025): one with other words has come before this.
  if (problem?.type === 'core/idempotency-conflict') return 'already'
  if (problem?.type === 'core/hold-expired') return 'over'
  if (problem?.status === 404) return 'gone'
  if (problem?.status === 429) return 'wait'
  return askedBefore ? 'unknown' : 'failed'
}

/**
 * Whether no order of the hold can exist after this failure: nothing was sent, or the first that was sent was looked at and
 * refused. After an earlier one without an answer a refusal says nothing about that.
 */
export function leavesNoOrder(error: Error, askedBefore: boolean): boolean {
  if (askedBefore) return false
  return ['priceChanged', 'offline', 'gone', 'wait', 'over', 'failed'].includes(orderFailure(error, askedBefore))
}
