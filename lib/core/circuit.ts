/*
 * Fails fast while core is down, so that pages turn to what they know instead of each waiting for its own timeout.
 *
 *   closed ──5 failures in a row──▶ open ──after 1 s──▶ half-open ──success──▶ closed
 *                                     ▲                     └────failure──┐
 *                                     └───────────────────────────────────┘
 *
 * An answer that says nothing of core leaves it as it is: half-open, the next request goes out to see. Requests that went out
 * before it opened come back all the while: a success closes it, whoever has it; anything else is news from before.
 */

/** Five in a row is no accident; a single slow answer must not turn others away. */
const FAILURES_TO_OPEN = 5
/** How long nobody asks: short, because a shop that sells nothing for longer than core is down is our fault. */
const OPEN_MS = 1_000

export type Circuit =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly untilMs: number }
  /** One request is out to see, and this very object is its own; `untilMs` frees the place should it never report back. */
  | { readonly state: 'half-open'; readonly untilMs: number }

export const closedCircuit: Circuit = { state: 'closed', failures: 0 }

/** May a request go out now? With the state after having said so, by which the request is known when it ends. */
export function allow(circuit: Circuit, nowMs: number): { allowed: boolean; next: Circuit } {
  if (circuit.state === 'closed') return { allowed: true, next: circuit }
  if (nowMs < circuit.untilMs) return { allowed: false, next: circuit }
  return { allowed: true, next: { state: 'half-open', untilMs: nowMs + 2 * OPEN_MS } }
}

/** The state after a request ended. @param sent `next` of {@link allow}, as the request went out */
export function settle(circuit: Circuit, sent: Circuit, succeeded: boolean, nowMs: number): Circuit {
  if (succeeded) return closedCircuit
  if (circuit.state !== 'closed' && circuit !== sent) return circuit
  const failures = circuit.state === 'closed' ? circuit.failures + 1 : FAILURES_TO_OPEN
  return failures < FAILURES_TO_OPEN ? { state: 'closed', failures } : { state: 'open', untilMs: nowMs + OPEN_MS }
}

/** The state after an answer that says nothing of core, good or bad. @param sent as for {@link settle} */
export const release = (circuit: Circuit, sent: Circuit, nowMs: number): Circuit =>
  circuit.state === 'half-open' && circuit === sent ? { ...circuit, untilMs: nowMs } : circuit
