const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** A configuration that is on its way is there in seconds. A key is mended by people: they need not wait long for its effect. */
const FIRST_WAIT_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = 5 * MINUTE_MS
/**
 * Something else answers in core's place for every reseller at once, mostly for minutes. With 503 instead their news would
 * come as soon as core is back, so five minutes would be our doing. It costs one question for each reseller in this time.
 */
export const LONGEST_BRIEF_WAIT_MS = 20 * SECOND_MS
/** A fault that nobody mends over a long weekend is mended by then; news of an order that is a week old helps nobody. */
export const PARKED_AT_MOST_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * Tries that failed strangely, in a way that we do not know: an hour of them, in which a program that does everything wrong
 * is taken back. If it is this event alone, the others of its reseller wait behind it for nothing. Other tries do not
 * count: it may have waited for a key before.
 */
export const STRANGE_ATTEMPTS_LIMIT = 17
/**
 * So many of them are left to those that stand behind one that waited for its hour in vain: that hour was theirs, too, and
 * an hour for each would keep the last of thirty for more than a day. Three last a quarter of a minute.
 */
export const STRANGE_ATTEMPTS_BEHIND = 3

/**
 * When an event that still cannot be told of is tried again; null when it has waited enough.
 * @param attempts from 1
 * @param strangeAttempts how many failed strangely, this one included; 0 when this one did not
 * @param longestMs at most, see {@link LONGEST_BRIEF_WAIT_MS}
 */
export function nextWaitMs(
  attempts: number,
  waitedMs: number,
  strangeAttempts = 0,
  longestMs = LONGEST_WAIT_MS,
): number | null {
  if (waitedMs >= PARKED_AT_MOST_MS || strangeAttempts >= STRANGE_ATTEMPTS_LIMIT) return null
  return Math.min(longestMs, FIRST_WAIT_MS * 2 ** ((strangeAttempts || attempts) - 1))
}
