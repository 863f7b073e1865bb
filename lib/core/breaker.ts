/*
 * Fails fast while core is down, so that pages turn to what they know instead of each waiting for its own timeout.
 *
 *   closed ──5 failures in a row──▶ open ──after 1 s──▶ probing ──success──▶ closed
 *                                     ▲                     └────failure──┐
 *                                     └───────────────────────────────────┘
 */

/** Five in a row is no accident; a single slow answer must not turn others away. */
const FAILURES_TO_OPEN = 5
/** How long nobody asks: short, because a shop that sells nothing for longer than core is down is our fault. */
const OPEN_MS = 1_000

export type Breaker =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly untilMs: number }
  /** One request is out to see; `untilMs` frees the place should it never report back. */
  | { readonly state: 'probing'; readonly untilMs: number }

export const closedBreaker: Breaker = { state: 'closed', failures: 0 }

/** May a request go out now? With the state after having said so. */
export function admit(breaker: Breaker, nowMs: number): { admitted: boolean; next: Breaker } {
  if (breaker.state === 'closed') return { admitted: true, next: breaker }
  if (nowMs < breaker.untilMs) return { admitted: false, next: breaker }
  return { admitted: true, next: { state: 'probing', untilMs: nowMs + 2 * OPEN_MS } }
}

/** The state after a request ended. */
export function settle(breaker: Breaker, succeeded: boolean, nowMs: number): Breaker {
  if (succeeded) return closedBreaker
  const failures = breaker.state === 'closed' ? breaker.failures + 1 : FAILURES_TO_OPEN
  return failures < FAILURES_TO_OPEN ? { state: 'closed', failures } : { state: 'open', untilMs: nowMs + OPEN_MS }
}
