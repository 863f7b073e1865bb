import { problemOf } from '#components/api/problem-error.ts'

/**
 * Why a form does not say that it is done: the type of the problem with which it was refused, `no-answer`, or `broken`.
 * With the last two it may have happened: nobody knows how far it came, and an edge that waited in vain says 503, too.
 */
export function formFailure(error: unknown): string {
  const problem = problemOf(error)
  if (problem === null) return 'no-answer'
  return problem.status >= 500 ? 'broken' : problem.type
}
