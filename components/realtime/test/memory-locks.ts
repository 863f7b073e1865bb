import type { HeldLock, LockRequest, Locks } from '../locks.ts'

interface Claim {
  grant(): void
  /** Called when the lock is stolen. */
  lose(): void
}

/** Locks of one process, for tests of many tabs: as fair as Web Locks, and a tab can be killed by releasing its locks. */
export class MemoryLocks implements Locks {
  readonly #holders = new Map<string, Claim>()
  readonly #queues = new Map<string, Claim[]>()

  hold(name: string, { signal, steal = false }: LockRequest = {}): Promise<HeldLock> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const stolen = Promise.withResolvers<void>()
      const claim: Claim = {
        grant: () => resolve({ stolen: stolen.promise, release: () => this.#release(name, claim) }),
        lose: () => stolen.resolve(),
      }
      signal?.addEventListener('abort', () => {
        if (this.#leaveQueue(name, claim)) reject(signal.reason)
      })
      this.#claim(name, claim, steal)
    })
  }

  #claim(name: string, claim: Claim, steal: boolean): void {
    const holder = this.#holders.get(name)
    if (holder && !steal) {
      this.#queues.set(name, [...(this.#queues.get(name) ?? []), claim])
      return
    }
    this.#holders.set(name, claim)
    holder?.lose()
    claim.grant()
  }

  #release(name: string, claim: Claim): void {
    if (this.#holders.get(name) !== claim) return
    const [next, ...rest] = this.#queues.get(name) ?? []
    this.#queues.set(name, rest)
    if (!next) return void this.#holders.delete(name)
    this.#holders.set(name, next)
    next.grant()
  }

  #leaveQueue(name: string, claim: Claim): boolean {
    const queue = this.#queues.get(name) ?? []
    this.#queues.set(
      name,
      queue.filter((waiting) => waiting !== claim),
    )
    return queue.includes(claim)
  }
}
