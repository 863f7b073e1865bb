import type { Problem } from '#contracts/problem.ts'

/** Why the server did not do what was asked, as far as its text goes: `problem_…`. A problem's own title is for logs, in English. */
export type ProblemReason = 'signedOut' | 'role' | 'preview' | 'gone' | 'tooOften' | 'away' | 'serviceAway' | 'other'

/** Why a change was not made; or `unanswered`, where it may have been all the same. */
export type FailureReason = ProblemReason | 'unanswered'

/** @param problem null when no answer came; what an edge says that heard none itself is no answer either */
export function failureReason(problem: Pick<Problem, 'type' | 'status'> | null): FailureReason {
  if (problem === null || problem.status === 502 || problem.status === 504) return 'unanswered'
  return problemReason(problem)
}

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
