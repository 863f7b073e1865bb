import type { Availability } from '#contracts/availability.ts'

/** How old an answer may be when nobody named a version: a rush asks core twice a second per show, not per buyer. */
const LIFE_MS = 500
/** Shows remembered at a time; each up to some 200 KB for a large hall, gone after half a second unless asked again. */
const LIMIT = 500

/** What core just said about stock, per reseller and show. Never older than half a second, never older than `min`. */
export class RecentAvailability {
  readonly #known = new Map<string, { readonly value: Availability; readonly atMs: number }>()
  readonly #flights = new Map<string, Promise<Availability | null>>()
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** An answer with at least version `min`, if there is one at hand. */
  recall(key: string, min: number): Availability | null {
    const known = this.#known.get(key)
    return known && this.#now() - known.atMs < LIFE_MS && known.value.version >= min ? known.value : null
  }

  /** Asks, or joins whoever is asking. What it gives may be older than a caller's `min`: the flight may have begun before. */
  load(key: string, ask: () => Promise<Availability | null>): Promise<Availability | null> {
    const flying = this.#flights.get(key)
    if (flying) return flying
    const flight = ask()
      .then((value) => {
        if (value) this.#keep(key, value)
        return value
      })
      .finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }

  #keep(key: string, value: Availability): void {
    this.#known.delete(key)
    this.#known.set(key, { value, atMs: this.#now() })
    for (const [oldest, { atMs }] of this.#known) {
      if (this.#known.size <= LIMIT && this.#now() - atMs < LIFE_MS) return
      this.#known.delete(oldest)
    }
  }
}
