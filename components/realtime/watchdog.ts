/**
 * Barks once when it was not fed for `patienceMs`. Timers stop while a machine sleeps and are thinned out in hidden tabs,
 * so whoever wakes up can ask it to `check` against the clock at once.
 */
export class Watchdog {
  readonly #patienceMs: number
  readonly #bark: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #fedAtMs = Date.now()
  #done = false

  constructor(patienceMs: number, bark: () => void) {
    this.#patienceMs = patienceMs
    this.#bark = bark
    this.#arm(patienceMs)
  }

  /** One timer per patience and not per message: it looks at the last feeding when it rings. */
  feed(): void {
    this.#fedAtMs = Date.now()
  }

  check(): void {
    if (this.#done) return
    const leftMs = this.#fedAtMs + this.#patienceMs - Date.now()
    if (leftMs > 0) this.#arm(leftMs)
    else {
      this.stop()
      this.#bark()
    }
  }

  stop(): void {
    this.#done = true
    clearTimeout(this.#timer)
  }

  #arm(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.check(), ms)
  }
}
