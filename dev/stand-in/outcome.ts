import type { Problem, ProblemType } from '#contracts/problem.ts'

/** A request that was understood and is not granted. It becomes a problem document at the edge. */
export type Refusal = { refused: ProblemType } & Pick<
  Problem,
  'detail' | 'fields' | 'seatIds' | 'tierIds' | 'limit' | 'total'
>

/** What came of a request: its value, or why not. */
export type Outcome<T> = { value: T } | Refusal

export const isRefusal = (outcome: Outcome<unknown>): outcome is Refusal => 'refused' in outcome
