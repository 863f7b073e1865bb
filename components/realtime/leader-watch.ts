import type { Timings } from './timings.ts'

/**
 * Decides when to ask the leading tab for a sign of life, and when to stop believing in it. A lock frees itself when its
 * tab dies, but not when the tab is frozen or hangs.
 */
export class LeaderWatch {
  readonly #timings: Pick<Timings, 'pingMs' | 'anxiousPingMs' | 'leaderAnswerMs'>
  #askedAtMs = Number.NEGATIVE_INFINITY
  #unansweredSinceMs: number | null = null

  constructor(timings: Pick<Timings, 'pingMs' | 'anxiousPingMs' | 'leaderAnswerMs'>) {
    this.#timings = timings
  }

  asked(nowMs: number): void {
    this.#askedAtMs = nowMs
    this.#unansweredSinceMs ??= nowMs
  }

  answered(): void {
    this.#unansweredSinceMs = null
  }

  /** What to do now; `calm` when everything this tab follows arrives. */
  due(nowMs: number, calm: boolean): 'ask' | 'usurp' | 'nothing' {
    const { pingMs, anxiousPingMs, leaderAnswerMs } = this.#timings
    if (this.#unansweredSinceMs !== null && nowMs - this.#unansweredSinceMs >= leaderAnswerMs) {
      this.answered()
      return 'usurp'
    }
    return nowMs - this.#askedAtMs >= (calm ? pingMs : anxiousPingMs) ? 'ask' : 'nothing'
  }
}
