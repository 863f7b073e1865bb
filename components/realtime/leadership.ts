import type { HeldLock, Locks } from './locks.ts'

export interface LeadershipOptions {
  readonly locks: Locks
  readonly name: string
  onGain(): void
  onLoss(): void
}

/**
 * Which tab leads: the one that holds the lock. The others queue for it, so that the next one leads at the moment the
 * leader closes or dies; a leader that hangs is pushed aside by `usurp` and queues again when it wakes up.
 */
export class Leadership {
  readonly #options: LeadershipOptions
  #waiting: AbortController | undefined
  #lock: HeldLock | undefined

  constructor(options: LeadershipOptions) {
    this.#options = options
  }

  campaign(): void {
    void this.#acquire({ steal: false })
  }

  usurp(): void {
    if (this.#lock) return
    this.#waiting?.abort()
    void this.#acquire({ steal: true })
  }

  resign(): void {
    this.#waiting?.abort()
    this.#waiting = undefined
    const lock = this.#lock
    this.#lock = undefined
    if (!lock) return
    this.#options.onLoss()
    lock.release()
  }

  async #acquire({ steal }: { steal: boolean }): Promise<void> {
    const waiting = new AbortController()
    this.#waiting = waiting
    try {
      const request = steal ? { steal } : { signal: waiting.signal }
      const lock = await this.#options.locks.hold(this.#options.name, request)
      if (this.#waiting === waiting) this.#lead(lock)
      else lock.release()
    } catch {
      // Aborted: this tab left, or went for the lock another way.
    }
  }

  #lead(lock: HeldLock): void {
    this.#lock = lock
    this.#options.onGain()
    void lock.stolen.then(() => {
      if (this.#lock !== lock) return
      this.#lock = undefined
      this.#options.onLoss()
      this.campaign()
    })
  }
}
