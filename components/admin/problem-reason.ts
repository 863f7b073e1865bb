import { NotSentError } from '#components/api/not-sent-error.ts'
import { problemOf } from '#components/api/problem-error.ts'
import type { Problem } from '#contracts/problem.ts'

/** Why the server did not do what was asked, as far as its text goes: `problem_…`. A problem's own title is for logs, in English. */
export type ProblemReason = 'signedOut' | 'role' | 'preview' | 'gone' | 'tooOften' | 'away' | 'serviceAway' | 'other'

/** Why a change was not made; or `unanswered`, where it may have been all the same. */
export type FailureReason = ProblemReason | 'unanswered'

/** What these answer for is asked before anything is written; a publish is the same one when it is asked for again. */
const NOT_DONE: ReadonlySet<string> = new Set([
  'storefront/reseller-service-unavailable',
  'storefront/core-unavailable',
])

/**
 * @param problem null when no answer came. What else a server failed with is none either: nobody knows how far it came, and
 *   an edge that waited in vain says 503, too
 */
export function failureReason(problem: Pick<Problem, 'type' | 'status'> | null): FailureReason {
  if (problem === null || (problem.status >= 500 && !NOT_DONE.has(problem.type))) return 'unanswered'
  return problemReason(problem)
}

/** {@link failureReason} of whatever a change was answered with. What never left this browser was not made. */
export const reasonOfError = (error: unknown): FailureReason =>
  error instanceof NotSentError ? 'away' : failureReason(problemOf(error))

/** By its type where that says it, and by its status where an edge in front of us answered. */
export function problemReason({ type, status }: Pick<Problem, 'type' | 'status'>): ProblemReason {
  switch (type) {
    case 'storefront/forbidden':
      return 'role'
    case 'storefront/preview':
      return 'preview'
    case 'storefront/reseller-service-unavailable':
      return 'serviceAway'
  }
  if (status === 401) return 'signedOut'
  if (status === 404) return 'gone'
  if (status === 429) return 'tooOften'
  return status >= 500 ? 'away' : 'other'
}
