import type { Problem } from '#contracts/problem.ts'

/** Why the server did not do what was asked, as far as its text goes: `problem_…`. A problem's own title is for logs, in English. */
export type ProblemReason = 'signedOut' | 'role' | 'preview' | 'gone' | 'tooOften' | 'away' | 'serviceAway' | 'other'

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
