/** Counts what each key holds, and says who has as many as one may. Its size is bounded by what is held. */
export class CountedShares {
  readonly #limit: number
  readonly #held = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whether a key holds as many as one may. */
  isFull(key: string): boolean {
    return (this.#held.get(key) ?? 0) >= this.#limit
  }

  /** Counts one more, whether there was room or not. @returns takes it back, to be called once */
  enter(key: string): () => void {
    this.#held.set(key, (this.#held.get(key) ?? 0) + 1)
    return () => {
      const held = (this.#held.get(key) ?? 0) - 1
      if (held > 0) this.#held.set(key, held)
      else this.#held.delete(key)
    }
  }

  /** Keys that hold something. */
  get size(): number {
    return this.#held.size
  }
}
