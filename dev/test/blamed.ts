import type { Verdict } from './step.ts'

/** As many as a line of a summary bears; the rest is in what the step printed. */
const NAMED = 5

/** A step whose programs did what none may do has failed once more, whatever its tests saw, and says who did what. */
export function blamed(verdict: Verdict, faults: readonly string[]): Verdict {
  if (faults.length === 0) return verdict
  const all = [...new Set(faults)]
  const more = all.length > NAMED ? [`and ${all.length - NAMED} more`] : []
  const reason = [...(verdict.reason ? [verdict.reason] : []), ...all.slice(0, NAMED), ...more].join('; ')
  return { counts: { ...verdict.counts, failed: verdict.counts.failed + 1 }, reason }
}
