import type { z } from 'zod'
import { PROBLEM_STATUS, type Problem } from '#contracts/problem.ts'
import type { Refusal } from './outcome.ts'

const TITLES: Record<string, string> = {
  'invalid-request': 'The request is not valid',
  unauthorized: 'A valid key is needed',
  'not-found': 'There is no such thing here',
  'unavailable-items': 'Some of these tickets are no longer available',
  'hold-expired': 'This hold is no longer there',
  'idempotency-conflict': 'This Idempotency-Key was used for a different request',
  'price-changed': 'The tickets cost something else now',
  'limit-exceeded': 'One buyer may not have that many tickets of this show',
  'not-on-sale': 'This show is not on sale',
  'no-extensions-left': 'This hold cannot be extended again',
  internal: 'Something went wrong here',
  unavailable: 'This service cannot answer now',
}

/** The problem document of a refusal; its status is the contract's for its type. */
export function toProblem({ refused, ...rest }: Refusal): Problem {
  const name = refused.slice(refused.indexOf('/') + 1)
  return { type: refused, title: TITLES[name] ?? name, status: PROBLEM_STATUS[refused], ...rest }
}

/** Every faulty field of a request, by its path. */
export const faultyFields = (error: z.ZodError): NonNullable<Problem['fields']> =>
  error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
