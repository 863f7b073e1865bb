import { isRetryable } from '#components/api/problem-error.ts'
import type { HoldView } from '#contracts/storefront.ts'
import { type HoldFailure, holdFailure } from './hold-failure.ts'

/** How a hold that somebody wanted to change is none any more. `over` and `gone` are what a failure says of it. */
export type OpenHoldEnd = 'released' | Extract<HoldFailure, 'over' | 'gone'>

/**
 * What became of a hold that was to be given back, after that failed; null while it may still be kept.
 * @param status what the server said of it then; undefined where it said nothing
 */
export function endAfter(error: Error, status?: HoldView['status']): OpenHoldEnd | null {
  const failure = holdFailure(error)
  if (failure === 'over' || failure === 'gone') return failure
  // The answer got lost, and only that.
  if (status === 'released') return 'released'
  return status === 'expired' || status === 'ordered' ? 'over' : null
}

/** Why nothing was given back, as the name of a text about a selection; where no answer came, that nobody knows. */
export function changeFailure(error: Error): 'offlineText' | 'changeWait' | 'changeUnanswered' | 'changeFailed' {
  const failure = holdFailure(error)
  if (failure === 'offline') return 'offlineText'
  if (failure === 'wait') return 'changeWait'
  return isRetryable(error) ? 'changeUnanswered' : 'changeFailed'
}
