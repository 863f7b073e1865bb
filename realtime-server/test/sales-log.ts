import type { TestTier } from './tier.ts'

/** Between two sales: a dozen a second, more than anybody's window merges away. */
const PACE_MS = 80

/** Sells tickets of a show, one after the other, and notes which of them Kafka said it has. */
export class SalesLog implements AsyncDisposable {
  readonly acknowledged: number[] = []
  readonly #tier: TestTier
  readonly #showId: string
  #going = true
  readonly #selling: Promise<void>

  constructor(tier: TestTier, showId: string) {
    this.#tier = tier
    this.#showId = showId
    this.#selling = this.#sell()
  }

  /** Sells one more, which is acknowledged or throws. @returns its version */
  async last(): Promise<number> {
    await this[Symbol.asyncDispose]()
    return this.#one()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#going = false
    await this.#selling
  }

  async #sell(): Promise<void> {
    while (this.#going) {
      await this.#one().catch(() => {}) // not acknowledged: nothing was promised of it
      await new Promise((wake) => setTimeout(wake, PACE_MS))
    }
  }

  async #one(): Promise<number> {
    const event = this.#tier.ticketEvent(this.#showId)
    await this.#tier.announce(event)
    this.acknowledged.push(event.version)
    return event.version
  }
}
