import type { Problem } from '#contracts/problem.ts'
import { type ProblemReason, problemReason } from './problem-reason.ts'

/** Why no orders were found: the box office was not there, somebody searched too often, or as elsewhere. */
export type SearchProblem = 'boxOffice' | 'tooMany' | ProblemReason

/** @param problem null when no answer came, which says nothing about the box office */
export function searchProblem(problem: Pick<Problem, 'type' | 'status'> | null): SearchProblem {
  if (problem === null) return 'away'
  if (problem.type === 'storefront/core-unavailable') return 'boxOffice'
  return problem.status === 429 ? 'tooMany' : problemReason(problem)
}
