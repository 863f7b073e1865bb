/**
 * How much of something may come at once and in the long run: a bucket that holds `burst` and gains `perSecond`.
 */
export class Allowance {
  readonly #burst: number
  readonly #perMs: number
  #left: number
  #atMs: number

  constructor({ burst, perSecond }: { burst: number; perSecond: number }, nowMs: number) {
    this.#burst = burst
    this.#perMs = perSecond / 1_000
    this.#left = burst
    this.#atMs = nowMs
  }

  /** Takes one; false when there is none left. A clock that goes back gives nothing and takes nothing away. */
  take(nowMs: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + Math.max(0, nowMs - this.#atMs) * this.#perMs)
    this.#atMs = nowMs
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
