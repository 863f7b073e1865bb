/** Counts what each address holds, up to a limit. Its size is bounded by the connections that are open. */
export class AddressLimit {
  readonly #limit: number
  readonly #held = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes one more for the address; false, and nothing taken, when it has its share. */
  enter(key: string): boolean {
    const held = this.#held.get(key) ?? 0
    if (held >= this.#limit) return false
    this.#held.set(key, held + 1)
    return true
  }

  /** Gives back one that was taken. */
  leave(key: string): void {
    const held = (this.#held.get(key) ?? 0) - 1
    if (held > 0) this.#held.set(key, held)
    else this.#held.delete(key)
  }

  /** Addresses that hold something. */
  get size(): number {
    return this.#held.size
  }
}
