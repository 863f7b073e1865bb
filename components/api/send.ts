import { type Call, call } from './call.ts'
import { patiently } from './patiently.ts'
import { hasNotHappened } from './problem-error.ts'

/** What this page asked for and never heard of, by key; asked for again, it is the same request. */
const unanswered = new Set<string>()

/**
 * Asks our own JSON API for a change that is the same however often it is asked for, patiently. More time for a hold is not:
 * an answer that is lost may cost one extension more.
 * @param mayHaveArrived whether it was asked for elsewhere without a definite answer; what this page asked for is known
 * @throws as `call` does, and NotSentError
 */
export async function send<T>(path: string, init: Call, mayHaveArrived = false): Promise<T> {
  const key = init.idempotencyKey ?? `${init.method} ${path}`
  try {
    const answer = await patiently(() => call<T>(path, init), mayHaveArrived || unanswered.has(key))
    unanswered.delete(key)
    return answer
  } catch (error) {
    if (hasNotHappened(error)) unanswered.delete(key)
    else unanswered.add(key)
    throw error
  }
}
