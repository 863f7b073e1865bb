/** What follows on a failed attempt. */
export type AttemptEnd = 'given-up' | { readonly retryInMs: number }

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/**
 * After a failed attempt, by its number. A server that restarts is back in seconds, one that is down for maintenance in
 * hours; after twelve hours a ticket is on its page anyway. What is of no use before that ends earlier (`too-late.ts`).
 */
const WAITS_MS = [
  ...[5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS],
  ...[HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS, 4 * HOUR_MS],
]

/** A mail is tried this often at most. */
export const ATTEMPTS_LIMIT = WAITS_MS.length + 1

/** @param attempts how many there were, this one included; `random` in [0, 1) spreads what failed together by a tenth */
export function afterFailure(attempts: number, random = Math.random()): AttemptEnd {
  const waitMs = WAITS_MS[attempts - 1]
  return waitMs === undefined ? 'given-up' : { retryInMs: Math.round(waitMs * (1 + random / 10)) }
}
