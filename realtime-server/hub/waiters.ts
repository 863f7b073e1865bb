/**
 * Those who wait for one thing to come. A promise that all shared would keep something of each until it settles, however
 * long ago they went; of whoever goes from here nothing is left.
 */
export class Waiters {
  readonly #waiting = new Set<() => void>()

  get size(): number {
    return this.#waiting.size
  }

  /** Resolves when it has come, or whoever waits has gone, whichever is first. */
  wait(gone: AbortSignal): Promise<void> {
    if (gone.aborted) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    const end = () => {
      this.#waiting.delete(end)
      gone.removeEventListener('abort', end)
      resolve()
    }
    this.#waiting.add(end)
    gone.addEventListener('abort', end)
    return promise
  }

  /** It has come. */
  wake(): void {
    for (const end of this.#waiting) end()
  }
}
