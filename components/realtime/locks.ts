/** A lock that is ours until we give it back or somebody steals it. */
export interface HeldLock {
  /** Settles when the lock was taken from us, never when we released it. */
  readonly stolen: Promise<void>
  release(): void
}

export interface LockRequest {
  /** Gives up waiting: the request then rejects with an AbortError. A lock already held is not affected. */
  readonly signal?: AbortSignal
  /** Takes the lock at once from whoever has it. */
  readonly steal?: boolean
}

/** Exclusive locks over all tabs of an origin, granted in order. A tab that dies lets go of all of its own. */
export interface Locks {
  hold(name: string, request?: LockRequest): Promise<HeldLock>
}

/** Web Locks. */
export class BrowserLocks implements Locks {
  readonly #manager: LockManager

  constructor(manager: LockManager) {
    this.#manager = manager
  }

  hold(name: string, { signal, steal }: LockRequest = {}): Promise<HeldLock> {
    return new Promise((granted, refused) => {
      // The API refuses both at once; whoever steals does not wait.
      const options = steal ? { steal } : signal ? { signal } : {}
      let release = () => {}
      let released = false
      const stolen = Promise.withResolvers<void>()
      const held = this.#manager.request(name, options, () => {
        granted({
          stolen: stolen.promise,
          release: () => {
            released = true
            release()
          },
        })
        return new Promise<void>((resolve) => {
          release = resolve
        })
      })
      // Rejects when aborted while waiting (then nothing was granted) and when stolen while held.
      held.catch((error: unknown) => {
        refused(error)
        if (!released) stolen.resolve()
      })
    })
  }
}

/** Where Web Locks are missing every tab is on its own, and leads itself. */
export class SoloLocks implements Locks {
  async hold(_name: string, { signal }: LockRequest = {}): Promise<HeldLock> {
    signal?.throwIfAborted()
    return { stolen: new Promise(() => {}), release: () => {} }
  }
}
