/** A wait that can be cut short, and that a late timer cannot stretch: whoever wakes up asks `checkDue`. */
export class Pacer {
  #resolve: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #dueAtMs = 0

  /** Waits `ms`, or for `wake` alone when `ms` is Infinity. One wait at a time: a new one ends the old one. */
  wait(ms: number): Promise<void> {
    this.wake()
    this.#dueAtMs = Date.now() + ms
    if (Number.isFinite(ms)) this.#timer = setTimeout(() => this.wake(), ms)
    return new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  wake(): void {
    clearTimeout(this.#timer)
    this.#resolve?.()
    this.#resolve = undefined
  }

  checkDue(): void {
    if (Date.now() >= this.#dueAtMs) this.wake()
  }
}
