import { NotSentError } from '#components/api/not-sent-error.ts'
import { isRetryable, problemOf } from '#components/api/problem-error.ts'

/**
 * Why a hold was not changed. `gone`: not this browser's, or nobody's any more. `over`: it has ended or become an order.
 * The others are names of texts about holds.
 */
export type HoldFailure = 'offline' | 'gone' | 'over' | 'wait' | 'noExtensions' | 'tryAgain'

export function holdFailure(error: Error): HoldFailure {
  if (error instanceof NotSentError) return 'offline'
  if (isRetryable(error)) return 'tryAgain'
  const problem = problemOf(error)
  if (problem?.status === 404) return 'gone'
  if (problem?.status === 429) return 'wait'
  if (problem?.type === 'core/hold-expired') return 'over'
  return problem?.type === 'core/no-extensions-left' ? 'noExtensions' : 'tryAgain'
}

/**
 * Why there is not more time; null where the page says so anyway.
 * @param isSaid whether it says that there is no more to be had when there is not
 */
export function extensionFailure(
  error: Error,
  { mayExtend, isSaid }: { readonly mayExtend: boolean; readonly isSaid: boolean },
): HoldFailure | null {
  const failure = holdFailure(error)
  if (failure !== 'tryAgain' && failure !== 'noExtensions') return failure
  if (mayExtend) return failure
  return isSaid ? null : 'noExtensions'
}
