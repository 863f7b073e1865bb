/*
 * Thousands of deadlines for the price of one timer: items wait in the bucket of the second in which they are due.
 * A deadline is met up to one tick late, never early.
 *
 * Times are those of `performance.now()`, which nobody sets: with the time of day, deadlines would stand still for as long
 * as it was set back by, and all be met at once where it was set forward.
 */

const TICK_MS = 1_000
/** Buckets before the wheel comes round; a later deadline waits in the last one and is put back when that is reached. */
const BUCKETS = 64

export class TimingWheel<T> implements Disposable {
  readonly #buckets: Map<T, number>[] = Array.from({ length: BUCKETS }, () => new Map())
  readonly #bucketOf = new Map<T, number>()
  readonly #due: (item: T, nowMs: number) => void
  readonly #timer: NodeJS.Timeout
  #tick: number

  /** @param due called once per scheduled item, with the wheel's clock; it may schedule again */
  constructor(due: (item: T, nowMs: number) => void, nowMs = performance.now()) {
    this.#due = due
    this.#tick = tickOf(nowMs)
    this.#timer = setInterval(() => this.advance(performance.now()), TICK_MS)
  }

  get size(): number {
    return this.#bucketOf.size
  }

  /** Sets the one deadline of an item; an earlier one is forgotten. @param atMs by `performance.now()` */
  schedule(item: T, atMs: number): void {
    this.cancel(item)
    const tick = Math.min(Math.max(tickOf(atMs) + 1, this.#tick + 1), this.#tick + BUCKETS - 1)
    const bucket = tick % BUCKETS
    this.#buckets[bucket]?.set(item, atMs)
    this.#bucketOf.set(item, bucket)
  }

  cancel(item: T): void {
    const bucket = this.#bucketOf.get(item)
    if (bucket === undefined) return
    this.#buckets[bucket]?.delete(item)
    this.#bucketOf.delete(item)
  }

  /** Calls what is due. After a pause every missed second is gone through, so nothing is forgotten. */
  advance(nowMs: number): void {
    const target = tickOf(nowMs)
    const steps = Math.min(target - this.#tick, BUCKETS)
    for (let step = 0; step < steps; step += 1) {
      this.#tick = target - steps + step + 1
      const bucket = this.#buckets[this.#tick % BUCKETS]
      for (const [item, atMs] of bucket ? [...bucket] : []) {
        this.cancel(item)
        if (atMs > nowMs) this.schedule(item, atMs)
        else this.#due(item, nowMs)
      }
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
  }
}

const tickOf = (ms: number): number => Math.floor(ms / TICK_MS)
