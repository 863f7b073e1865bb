/** A batch that was taken: its records may be committed once what it left under way is done. */
interface Taken {
  settled: boolean
  /** Whether it worked. */
  readonly done: Promise<boolean>
  readonly commit: () => Promise<void>
  readonly end: PromiseWithResolvers<void>
}

/**
 * Commits the batches of one partition in order, each when it and all before it are done; what is done by then goes with
 * the newest of it. After a batch that was never done nothing is committed: whoever reads the partition next does it
 * again.
 */
export class CommitQueue {
  readonly #taken: Taken[] = []
  #running = false
  #broken = false

  /** Nothing waits, so a batch that is done may be committed at once. */
  get idle(): boolean {
    return this.#taken.length === 0 && !this.#broken
  }

  /** @returns resolves when this batch was committed, or never will be; fails as its commit does */
  async add(done: Promise<boolean>, commit: () => Promise<void>): Promise<void> {
    if (this.#broken) return
    const taken: Taken = { settled: false, done, commit, end: Promise.withResolvers() }
    this.#taken.push(taken)
    void done.then((worked) => {
      taken.settled = worked
    })
    void this.#run()
    await taken.end.promise
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    for (let first = this.#taken[0]; first !== undefined; first = this.#taken[0]) {
      if (await first.done) await this.#commitSettled()
      else this.#break()
    }
    this.#running = false
  }

  async #commitSettled(): Promise<void> {
    const undone = this.#taken.findIndex(({ settled }) => !settled)
    const together = undone === -1 ? [...this.#taken] : this.#taken.slice(0, undone)
    try {
      await together.at(-1)?.commit()
      for (const { end } of together) end.resolve()
    } catch (error) {
      for (const { end } of together) end.reject(error)
    }
    this.#taken.splice(0, together.length)
  }

  #break(): void {
    this.#broken = true
    for (const { end } of this.#taken.splice(0)) end.resolve()
  }
}
