/** The first look comes soon: most breaks are short, a restarted server takes seconds. */
const FIRST_MS = 100
/** A server that is back must be found well within ten seconds, and not by all nodes in the same instant. */
const LONGEST_MS = 2_000

/** How long to wait before a further attempt, milliseconds. @param attempt from 0 @param chance from 0 up to 1 */
export function backoffMs(attempt: number, chance: number): number {
  const whole = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS)
  return whole * (0.5 + chance / 2)
}
