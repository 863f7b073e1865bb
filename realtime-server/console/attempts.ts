/** Wrong tokens an address may send a minute: a person mistypes a few times. */
export const WRONG_PER_ADDRESS = 10
/** Wrong tokens of all addresses a minute; beyond, nobody's is looked at, so that many addresses help nobody to guess. */
export const WRONG_IN_ALL = 100
const MINUTE_MS = 60_000

/** Counts wrong tokens, minute by minute. Bounded by {@link WRONG_IN_ALL}. */
export class Attempts {
  readonly #wrong = new Map<string, number>()
  #sinceMs = Number.NEGATIVE_INFINITY
  #all = 0

  /** Whether a token that this address sends is looked at. */
  allows(address: string, nowMs: number): boolean {
    if (nowMs - this.#sinceMs >= MINUTE_MS) {
      this.#sinceMs = nowMs
      this.#wrong.clear()
      this.#all = 0
    }
    return this.#all < WRONG_IN_ALL && (this.#wrong.get(address) ?? 0) < WRONG_PER_ADDRESS
  }

  wrong(address: string): void {
    this.#all += 1
    this.#wrong.set(address, (this.#wrong.get(address) ?? 0) + 1)
  }
}
