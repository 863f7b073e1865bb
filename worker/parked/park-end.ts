const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** A configuration that is on its way is there in seconds. A key is mended by people: they need not wait long for its effect. */
const FIRST_WAIT_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = 5 * MINUTE_MS
/** A fault that nobody mends over a long weekend is mended by then; news of an order that is a week old helps nobody. */
export const PARKED_AT_MOST_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * After failures that we do not know: an hour, in which a program that does everything wrong is taken back. If it is this
 * event alone, the others of its reseller wait behind it for nothing. By attempts, since it may have waited for another cause.
 */
export const STRANGE_ATTEMPTS_LIMIT = 17

/**
 * When an event that still cannot be told of is tried again; null when it has waited enough.
 * @param attempts from 1
 * @param strange whether nobody knows why
 */
export function nextWaitMs(attempts: number, waitedMs: number, strange = false): number | null {
  if (waitedMs >= PARKED_AT_MOST_MS || (strange && attempts >= STRANGE_ATTEMPTS_LIMIT)) return null
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1))
}
