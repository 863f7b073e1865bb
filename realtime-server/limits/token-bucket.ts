/** How much of something may come at once, and how much in the long run. */
export interface TokenRate {
  readonly burst: number
  readonly perSecond: number
}

/** A bucket that holds `burst` tokens, is full at first, and gains `perSecond`. Whoever is refused has not set it back. */
export class TokenBucket {
  readonly #rate: TokenRate
  #left: number
  #atMs: number

  constructor(rate: TokenRate, nowMs: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#atMs = nowMs
  }

  /** Takes one; false when there is none left. @param nowMs by `performance.now()`; one that goes back gives nothing */
  take(nowMs: number): boolean {
    const { burst, perSecond } = this.#rate
    const left = Math.min(burst, this.#left + (Math.max(0, nowMs - this.#atMs) / 1_000) * perSecond)
    if (left < 1) return false // it goes on filling from where it was: many small sums would come to less than one
    this.#left = left - 1
    this.#atMs = nowMs
    return true
  }
}
