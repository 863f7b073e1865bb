import type { StorefrontProblemType } from '#contracts/storefront.ts'
import type { CoreFault } from '#platform/core-answer.ts'

/** Core did not give an answer we can use: refused, too slow, 5xx, too large, or not of the contract's shape. */
export class CoreUnavailable extends Error {
  override readonly name = 'CoreUnavailable'
  /** All that Next tells the browser of an error on a page. */
  readonly digest: StorefrontProblemType = 'storefront/core-unavailable'
}

/** Core was not even asked: it failed several times in a row and is given a moment. Asking again at once is no use. */
export class CoreGivenAMoment extends CoreUnavailable {
  constructor() {
    super('core failed several times in a row and is given a moment')
  }
}

/** Core answered, and promptly, but with nothing we can use. Others may fare better, so it is no sign of core being down. */
export class UnusableAnswer extends CoreUnavailable {}

/** What is thrown for a fault: of the two, only {@link UnusableAnswer} says nothing of core itself. */
export const coreFailure = (fault: CoreFault): CoreUnavailable =>
  fault.kind === 'unavailable'
    ? new CoreUnavailable(fault.reason, { cause: fault.cause })
    : new UnusableAnswer(fault.reason)

/**
 * Whether an error is {@link CoreUnavailable}. By name: Next bundles modules once per layer, so two copies of the class
 * can meet in one process and `instanceof` would say no.
 */
export function isCoreUnavailable(error: unknown): error is CoreUnavailable {
  return error instanceof Error && error.name === 'CoreUnavailable'
}
