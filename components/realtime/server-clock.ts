/** A better sample may come from a clock that has been set since; after this long the next one counts whatever it says. */
const SAMPLE_LIFE_MS = 5 * 60_000

/**
 * The server's time, learnt from the instants it writes. A message takes its time to arrive, so `at − arrival` is never
 * more than the true difference: the largest sample is the best one, and a replayed old message does no harm.
 */
export class ServerClock {
  readonly #localNow: () => number
  #offsetMs = 0
  #sampledAtMs = Number.NEGATIVE_INFINITY

  constructor(localNow: () => number = Date.now) {
    this.#localNow = localNow
  }

  /** `at` is an instant that a server wrote just now or earlier. */
  observe(at: string): void {
    const localMs = this.#localNow()
    const offsetMs = Date.parse(at) - localMs
    if (!Number.isFinite(offsetMs)) return
    const expired = Math.abs(localMs - this.#sampledAtMs) > SAMPLE_LIFE_MS
    if (!expired && offsetMs < this.#offsetMs) return
    this.#offsetMs = offsetMs
    this.#sampledAtMs = localMs
  }

  /** `at` is an instant that came with a page or an answer, which a browser may have kept: it never sets a clock back that was heard. */
  suggest(at: string): void {
    const unheard = this.#sampledAtMs === Number.NEGATIVE_INFINITY
    if (unheard || Date.parse(at) > this.now()) this.observe(at)
  }

  /** Milliseconds since 1970 by the server's clock; the browser's own until the server was heard. */
  now(): number {
    return this.#localNow() + this.#offsetMs
  }
}
