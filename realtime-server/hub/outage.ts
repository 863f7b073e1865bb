import type { Log } from '#platform/log.ts'

/** Another one so soon after is told only when it has lasted so long: what flickers would fill the log otherwise. */
const QUIET_MS = 5_000

/** Says once that something does not answer, and once that it does again, however many ask it meanwhile. */
export class Outage {
  readonly #what: string
  readonly #log: Log
  readonly #now: () => number
  #sinceMs: number | null = null
  #told = false
  #quietUntilMs = 0

  /**
   * @param what `history`, as a person would read it
   * @param now milliseconds by a clock that nobody sets
   */
  constructor(what: string, log: Log, now: () => number = () => performance.now()) {
    this.#what = what
    this.#log = log
    this.#now = now
  }

  /** It did not answer. */
  noAnswer(error: unknown): void {
    this.#sinceMs ??= this.#now()
    if (this.#told || this.#now() < this.#quietUntilMs) return
    this.#told = true
    this.#log.warn({ err: error }, `${this.#what} does not answer`)
  }

  /** It answered. */
  answer(): void {
    if (this.#sinceMs === null) return
    if (this.#told) {
      this.#log.info({ lastedMs: Math.round(this.#now() - this.#sinceMs) }, `${this.#what} answers again`)
      this.#quietUntilMs = this.#now() + QUIET_MS
    }
    this.#sinceMs = null
    this.#told = false
  }
}
