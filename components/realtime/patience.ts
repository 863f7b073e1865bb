import { type BackoffBounds, reconnectDelayMs } from './backoff.ts'

/**
 * When somebody who said "later" may be asked again: not before they said, and more rarely each time. Times are by
 * `performance.now()`, which goes on whatever the clock is set to.
 */
export class Patience {
  readonly #bounds: BackoffBounds
  readonly #random: () => number
  #times = 0
  #untilMs = 0

  constructor(bounds: BackoffBounds, random: () => number) {
    this.#bounds = bounds
    this.#random = random
  }

  /** They said "later", and perhaps when. */
  putOff(nowMs: number, retryAfterMs?: number): void {
    this.#times += 1
    this.#untilMs = nowMs + reconnectDelayMs({ failures: this.#times, retryAfterMs }, this.#bounds, this.#random)
  }

  /** They did what they were asked. */
  reset(): void {
    this.#times = 0
    this.#untilMs = 0
  }

  /** How long to wait from now, in whole milliseconds, since timers drop the rest; 0 when they may be asked. */
  leftMs(nowMs: number): number {
    return Math.max(0, Math.ceil(this.#untilMs - nowMs))
  }
}
