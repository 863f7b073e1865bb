/** Later than this is the same as this: whoever waits a minute has gone. */
const LATEST_MS = 60_000

/** Delays, counted by the millisecond, so that those of many processes can be added up. */
export class Delays {
  readonly #counts: number[]

  /** @param counts of another process's */
  constructor(counts: readonly number[] = []) {
    this.#counts = [...counts]
  }

  /** How many delays there were of 0 ms, of 1 ms, and so on. */
  get counts(): readonly number[] {
    return this.#counts
  }

  get size(): number {
    return this.#counts.reduce((sum, count) => sum + (count ?? 0), 0)
  }

  note(ms: number): void {
    const whole = Math.min(LATEST_MS, Math.max(0, Math.round(ms)))
    while (this.#counts.length <= whole) this.#counts.push(0)
    this.#counts[whole] = (this.#counts[whole] ?? 0) + 1
  }

  add(other: Delays): void {
    for (const [ms, count] of other.counts.entries()) {
      while (this.#counts.length <= ms) this.#counts.push(0)
      this.#counts[ms] = (this.#counts[ms] ?? 0) + count
    }
  }

  /** The delay below which a share of them lies (nearest rank). NaN for none. */
  quantile(share: number): number {
    let left = Math.max(1, Math.ceil(share * this.size))
    for (const [ms, count] of this.#counts.entries()) {
      left -= count
      if (left <= 0) return ms
    }
    return Number.NaN
  }
}
