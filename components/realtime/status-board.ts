import { type RealtimeStatus, type Situation, statusOf } from './status.ts'
import type { Timings } from './timings.ts'

/** How often a status that depends on the time passed is looked at again. */
const RECHECK_MS = 500

/** Shows a tab's status and tells of its changes. */
export class StatusBoard {
  readonly #timings: Timings
  readonly #listeners = new Set<() => void>()
  #status: RealtimeStatus = 'connecting'
  #situation: Pick<Situation, 'online' | 'allReady' | 'failures'> = { online: true, allReady: false, failures: 0 }
  #everReady = false
  #unreadySinceMs: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(timings: Timings) {
    this.#timings = timings
  }

  get status(): RealtimeStatus {
    return this.#status
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(situation: Pick<Situation, 'online' | 'allReady' | 'failures'>): void {
    this.#situation = situation
    this.#everReady ||= situation.allReady
    this.#unreadySinceMs = situation.allReady ? null : (this.#unreadySinceMs ?? Date.now())
    this.#refresh()
  }

  /** Stops looking at the time; the status stays as it is until it is shown the next situation. */
  rest(): void {
    clearTimeout(this.#timer)
  }

  #refresh(): void {
    clearTimeout(this.#timer)
    const unreadyForMs = this.#unreadySinceMs === null ? 0 : Date.now() - this.#unreadySinceMs
    const next = statusOf({ ...this.#situation, everReady: this.#everReady, unreadyForMs }, this.#timings)
    if (next === 'connecting' || (next === 'live' && this.#unreadySinceMs !== null))
      this.#timer = setTimeout(() => this.#refresh(), RECHECK_MS)
    if (next === this.#status) return
    this.#status = next
    for (const listener of [...this.#listeners]) listener()
  }
}
