import type { Share } from './audience.ts'

/**
 * A node's own shares: how many of its connections have each show visible. A step costs the same however many look;
 * nobody is ever counted through. Bounded by connections × streams each.
 */
export class Shares {
  readonly #counts = new Map<string, number>()
  /** What others have been told of us; no entry is 0. */
  readonly #reported = new Map<string, number>()
  readonly #changed = new Set<string>()

  enter(showId: string): void {
    this.#set(showId, this.of(showId) + 1)
  }

  leave(showId: string): void {
    this.#set(showId, this.of(showId) - 1)
  }

  of(showId: string): number {
    return this.#counts.get(showId) ?? 0
  }

  /** The shares that differ from what was reported. */
  changes(): Share[] {
    for (const showId of this.#changed) {
      if (this.of(showId) === this.#reported.get(showId)) this.#changed.delete(showId)
    }
    return [...this.#changed].map((showId) => ({ showId, count: this.of(showId) }))
  }

  /** These have arrived. What changed on their way stays to be reported. */
  reported(shares: readonly Share[]): void {
    for (const { showId, count } of shares) {
      if (count === 0) this.#reported.delete(showId)
      else this.#reported.set(showId, count)
      if (this.of(showId) === count) this.#changed.delete(showId)
    }
  }

  /** What was reported may be lost, or stands under another id: everything is reported again. */
  forgetReports(): void {
    for (const showId of this.#reported.keys()) this.#changed.add(showId)
    for (const showId of this.#counts.keys()) this.#changed.add(showId)
    this.#reported.clear()
  }

  #set(showId: string, count: number): void {
    if (count === 0) this.#counts.delete(showId)
    else this.#counts.set(showId, count)
    this.#changed.add(showId)
  }
}
