/*
 * When what waits may leave. Pure: time comes in as an argument.
 *
 * Each lane (a stream and what may be merged on it) has windows:
 *
 *   quiet ──something comes: it is due──▶ window of `windowMs` ──its end, nothing waits──▶ quiet
 *                                            ▲ │ what comes waits
 *                                            └─┘ its end, something waits: all of it is due, and the next window begins
 *
 * What is prompt does not wait for what is not: where it comes in a window that began without anything prompt, that
 * window ends at once, and all that waits in it leaves with it, before it. One that began with something prompt lasts.
 *
 * So what comes alone is never delayed, nor is what is prompt unless something prompt has just left; and what comes in a
 * rush leaves once per window, or twice where the first time nothing of it was prompt.
 */

/** What waits, and how long its lane's windows are. */
export interface Waiting {
  readonly lane: string
  readonly windowMs: number
  readonly prompt: boolean
}

interface Lane<T> {
  readonly windowMs: number
  endsMs: number
  /** Its window began with something prompt. */
  lasts: boolean
  waiting: T[]
}

/** What ends within this leaves together: a thousand windows then end in 25 goes, not in a thousand. */
export const GRAIN_MS = 10
/** Lanes that have gone quiet are forgotten this often; until then each costs some 200 bytes. */
const SWEEP_MS = 1_000

export class Windows<T extends Waiting> {
  readonly #lanes = new Map<string, Lane<T>>()
  /** Those in which something waits. */
  readonly #busy = new Set<Lane<T>>()
  #size = 0
  #sweptMs = 0

  /** How many wait. */
  get size(): number {
    return this.#size
  }

  /** How many lanes are remembered. */
  get lanes(): number {
    return this.#lanes.size
  }

  add(item: T): void {
    const { lane: name, windowMs, prompt } = item
    const lane = this.#lanes.get(name) ?? { windowMs, endsMs: Number.NEGATIVE_INFINITY, lasts: false, waiting: [] }
    this.#lanes.set(name, lane)
    lane.waiting.push(item)
    if (prompt && !lane.lasts) lane.endsMs = Number.NEGATIVE_INFINITY
    this.#busy.add(lane)
    this.#size += 1
  }

  /** Takes what is due by now, in order of each lane, and begins the windows of its lanes. @param hurry all of it is */
  due(nowMs: number, hurry = false): T[] {
    const due: T[] = []
    for (const lane of this.#busy) {
      if (!hurry && lane.endsMs > nowMs + GRAIN_MS) continue
      this.#busy.delete(lane)
      for (const item of lane.waiting) due.push(item)
      lane.lasts = lane.waiting.some(({ prompt }) => prompt)
      lane.waiting = []
      lane.endsMs = nowMs + lane.windowMs
    }
    this.#size -= due.length
    if (nowMs - this.#sweptMs >= SWEEP_MS) this.#sweep(nowMs)
    return due
  }

  /** When something is due next; null when nothing waits. */
  nextMs(): number | null {
    const ends = [...this.#busy].map(({ endsMs }) => endsMs)
    return ends.length === 0 ? null : Math.min(...ends) // at most as many lanes as messages may wait: a few thousand
  }

  #sweep(nowMs: number): void {
    this.#sweptMs = nowMs
    for (const [name, lane] of this.#lanes) {
      if (lane.endsMs <= nowMs && lane.waiting.length === 0) this.#lanes.delete(name)
    }
  }
}
