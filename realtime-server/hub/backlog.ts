import type { Frame } from '../frame.ts'

/*
 * What a viewer that reads too slowly is spared. Pure.
 *
 *   flowing ──over HOLD_BACK_BYTES wait, and something comes that may be missed──▶ holding back ──STALLED_MS──▶ cut
 *      ▲                                                                               │
 *      └───────── no more than FLOWING_BYTES wait when the next message comes ─────────┘
 *
 * Changes of a show may be missed: the first becomes a `reset`, written behind what waits, and the rest is dropped. Who
 * reads that far fetches anew, and what was dropped has happened by then; unless private messages kept what waits high
 * after the `reset` had left, so where something was dropped after it, another one ends the holding back. Of counts the
 * newest is kept. What is private is always written, up to where the connection is cut.
 */

/** What may be done to a message, and the client's name of its stream. Null where it must be sent as it is. */
export interface Sparing {
  readonly kind: 'merge' | 'latest'
  readonly stream: string
}

/** Some 150 messages that were not read: this is not a moment's delay. A quarter of where a connection is cut. */
export const HOLD_BACK_BYTES = 65_536
/** What a socket holds before it asks for a pause: whoever is down to this keeps up again. */
export const FLOWING_BYTES = 16_384
/** 48 KB in this time is slower than any phone: nobody reads. */
export const STALLED_MS = 30_000

/** A viewer that is held back, from the first message that it is spared. */
export class Backlog {
  readonly #sinceMs: number
  /** Streams of which something was dropped, and whether that was after the viewer was told. */
  readonly #dropped = new Map<string, boolean>()
  readonly #latest = new Map<string, Frame>()

  constructor(nowMs: number) {
    this.#sinceMs = nowMs
  }

  /** Keeps a message from the viewer. @returns whether it must be told to fetch anew, now */
  hold(frame: Frame, { kind, stream }: Sparing): boolean {
    if (kind === 'latest') {
      this.#latest.set(stream, frame)
      return false
    }
    const first = !this.#dropped.has(stream)
    this.#dropped.set(stream, !first)
    return first
  }

  isOver(waitingBytes: number): boolean {
    return waitingBytes <= FLOWING_BYTES
  }

  isStalled(nowMs: number): boolean {
    return nowMs - this.#sinceMs >= STALLED_MS
  }

  /** Streams that the viewer must fetch anew when this is over. */
  get resets(): readonly string[] {
    return [...this.#dropped].filter(([, again]) => again).map(([stream]) => stream)
  }

  /** What was kept for the viewer. */
  get latest(): readonly Frame[] {
    return [...this.#latest.values()]
  }
}
