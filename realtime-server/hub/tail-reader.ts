import type { History, Tail } from '../history/history.ts'

/**
 * Reads where streams end, many in one call: while one is under way, what is asked for meanwhile waits and goes with the
 * next. One connection answers in order, so nobody waits longer than by one call's time, and a storm of viewers with
 * streams of their own costs calls by how long they take and not by how many come. A tail is read after it was asked for.
 */
export class TailReader {
  readonly #history: Pick<History, 'tails'>
  #underWay: Promise<unknown> = Promise.resolve()
  #next: { readonly names: string[]; readonly tails: Promise<Tail[]> } | null = null

  constructor(history: Pick<History, 'tails'>) {
    this.#history = history
  }

  /** @param name a stream's full one. Errors of history pass through, to all of one call. */
  async read(name: string): Promise<Tail> {
    this.#next ??= this.#gather()
    const { names, tails } = this.#next
    const place = names.push(name) - 1
    const tail = (await tails)[place]
    if (tail === undefined) throw new Error('history did not answer for every stream')
    return tail
  }

  #gather(): { names: string[]; tails: Promise<Tail[]> } {
    const names: string[] = []
    const tails = this.#underWay.then(() => {
      this.#next = null
      const read = this.#history.tails(names)
      this.#underWay = read.catch(() => {})
      return read
    })
    return { names, tails }
  }
}
