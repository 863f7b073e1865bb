/** How long a page is handed out as it is. What it says of core may be two seconds old already (`RecentAnswers`). */
const FRESH_MS = 500
/** How much longer it is handed out while a new one is made. With it no page is older than at the edge: 1.5 s. */
const STALE_MS = 1_000

/** How long one that could not be made, or may not be kept, is left alone: a link to nothing is asked for by many, too. */
const REFUSED_MS = 5_000

/** What is known of one page. */
export interface Known {
  /** When somebody last asked for it. */
  readonly askedAtMs: number
  /** When what is kept of it was asked for; null when nothing is. */
  readonly keptAtMs: number | null
  /** When it was last found that there is nothing to keep; null when that was not so. */
  readonly refusedAtMs: number | null
}

/**
 * `render`: the visitor's own page is rendered, and comes piece by piece. `make`: it is made for all who ask meanwhile.
 * `give`: what is kept is handed out. `give-and-make`: that, and a new one is made for those who come after.
 */
export type Plan = 'render' | 'make' | 'give' | 'give-and-make'

/** Only what is asked for twice within a moment is made for keeping: most pages are looked at by one person now and then. */
export function planFor(known: Known | null, nowMs: number): Plan {
  if (known === null) return 'render'
  const ageMs = nowMs - (known.keptAtMs ?? Number.NEGATIVE_INFINITY)
  const refused = known.refusedAtMs !== null && nowMs - known.refusedAtMs < REFUSED_MS
  if (ageMs < FRESH_MS) return 'give'
  if (ageMs < FRESH_MS + STALE_MS) return refused ? 'give' : 'give-and-make'
  return nowMs - known.askedAtMs < FRESH_MS && !refused ? 'make' : 'render'
}
