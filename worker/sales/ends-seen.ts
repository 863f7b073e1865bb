/*
 * How far a topic has been worked, as a time: while there is always something new, it is never worked to its end, but to
 * where its end was some moments ago. Pure.
 */

/** By partition. */
export type Offsets = ReadonlyMap<number, bigint>

/** An hour of looks every five seconds; beyond it, half of them are as good. */
const LIMIT = 720

export class EndsSeen {
  #seen: { readonly atMs: number; readonly ends: Offsets }[] = []

  /** @param ends the offset after the last record of every partition that has any */
  see(atMs: number, ends: Offsets): void {
    this.#seen.push({ atMs, ends })
    if (this.#seen.length > LIMIT) this.#seen = this.#seen.filter((_, at) => at % 2 === 0)
  }

  /**
   * @param worked the offset up to which each partition is worked, that one excluded
   * @returns the last time seen at which nothing was there that is not worked by now; null when none is known
   */
  workedTo(worked: Offsets): number | null {
    const at = this.#seen.findLastIndex(({ ends }) =>
      [...ends].every(([partition, end]) => (worked.get(partition) ?? 0n) >= end),
    )
    if (at < 0) return null
    this.#seen = this.#seen.slice(at)
    return this.#seen[0]?.atMs ?? null
  }
}
