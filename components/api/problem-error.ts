import type { Problem } from '#contracts/problem.ts'
import { NotSentError } from './not-sent-error.ts'

/** The storefront refused, with its reason. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Whether the same request may succeed in a moment: no answer came, or a server said that it could not. */
export function isRetryable(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500
}

/**
 * Whether it was looked at and refused: then it has not happened. Whoever is told that there were too many requests does
 * not know what became of an earlier try with the same key.
 */
export function isRefusal(error: unknown): boolean {
  return !isRetryable(error) && problemOf(error)?.status !== 429
}

/** Whether it certainly has not been done: it was refused, or never left this browser. */
export const hasNotHappened = (error: unknown): boolean => error instanceof NotSentError || isRefusal(error)

/** The reason, if the storefront gave one. */
export const problemOf = (error: unknown): Problem | null => (error instanceof ProblemError ? error.problem : null)
