import type { Stream } from '#contracts/stream.ts'
import { type Cursor, isAfter } from '../cursor.ts'
import type { Frame } from '../frame.ts'

/** What the hub hands messages to. None of these may throw or wait. */
export interface Viewer {
  message(frame: Frame): void
  /** What these streams feed must be refetched: something was missed. */
  reset(streams: readonly string[]): void
  /** The session `sid` ended; the viewer closes if it is its own. */
  sessionEnded(sid: string): void
}

/**
 * A stream as this node holds it. The one rule: every viewer in `viewers` has been given every message up to `position`
 * that it is owed, and none after it.
 */
export class LocalStream {
  readonly name: string
  readonly stream: Stream
  readonly interest: string
  readonly viewers = new Set<Viewer>()
  /** Null until the tail was read: until then nobody is in `viewers`. */
  #position: Cursor | null = null
  #version: number | undefined
  /** The newest delivery heard before the tail was known. */
  #heard: { cursor: Cursor; version: number | undefined } | null = null

  constructor(name: string, stream: Stream, interest: string) {
    this.name = name
    this.stream = stream
    this.interest = interest
  }

  get position(): Cursor | null {
    return this.#position
  }

  /** The show's version up to which nothing will be delivered again. */
  get version(): number | undefined {
    return this.#version
  }

  /** The stream begins at the newest position known: whoever joins takes its snapshot after that. */
  begin(cursor: Cursor, version: number | undefined): void {
    const newer = this.#heard !== null && isAfter(this.#heard.cursor, cursor) ? this.#heard : { cursor, version }
    this.#position = newer.cursor
    this.#version = newer.version ?? version
    this.#heard = null
  }

  /** Moves on to a message; false when it was passed before, by another copy of it or by history. */
  advance(cursor: Cursor, version: number | undefined): boolean {
    if (this.#position === null) {
      if (this.#heard === null || isAfter(cursor, this.#heard.cursor)) this.#heard = { cursor, version }
      return false
    }
    if (!isAfter(cursor, this.#position)) return false
    this.#position = cursor
    this.#version = version ?? this.#version
    return true
  }
}
