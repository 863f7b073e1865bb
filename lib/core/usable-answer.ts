import type { z } from 'zod'
import type { Problem } from '#contracts/problem.ts'
import { readCoreAnswer } from '#platform/core-answer.ts'
import { coreFailure } from './core-unavailable.ts'

/** What callers can do something about: a value, or core's refusal. */
export type UsableAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** A response as a value of the agreed shape or as core's refusal. @throws CoreUnavailable for anything else. */
export async function readUsableAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<UsableAnswer<T>> {
  const answer = await readCoreAnswer(response, schema)
  switch (answer.kind) {
    case 'value':
      return { ok: true, value: answer.value }
    case 'refusal':
      return { ok: false, problem: answer.problem }
    default:
      throw coreFailure(answer)
  }
}
