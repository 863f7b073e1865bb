import type { Stream } from '#contracts/stream.ts'
import { type Cursor, isAfter, startOf } from '../cursor.ts'
import type { Frame } from '../frame.ts'
import type { Sparing } from './backlog.ts'

/** What the hub hands messages to. None of these may throw or wait. */
export interface Viewer {
  /** @param sparing what a viewer that reads too slowly may be spared of it; nothing unless told otherwise */
  message(frame: Frame, sparing?: Sparing | null): void
  /** What these streams feed must be refetched: something was missed. */
  reset(streams: readonly string[]): void
  /** The session `sid` ended; the viewer closes if it is its own. */
  sessionEnded(sid: string): void
}

/** One renewal of a count may be late by half; see RENEW_MS in audience/audience.ts. */
export const LATEST_LIFE_MS = 45_000

/** Where a message stands, and what stands right before it; null for the first that its epoch knows of. */
export interface Place {
  readonly cursor: Cursor
  readonly previous: Cursor | null
  readonly version: number | undefined
}

/** What an arriving message is to a stream. */
export type Arrival =
  /** It follows what the viewers have: they get it. */
  | 'next'
  /** They have it. */
  | 'copy'
  /** Something before it has not come: history is read, and has both. */
  | 'early'

/**
 * A stream as this node holds it. The one rule: every viewer in `viewers` has been given every message up to `position`
 * that it is owed, and none after it. So the position never jumps: it moves to a message whose predecessor it has
 * reached, or along history.
 */
export class LocalStream {
  readonly name: string
  readonly stream: Stream
  readonly interest: string
  readonly viewers = new Set<Viewer>()
  /** The newest message that is true only for a while, for those who join meanwhile. */
  #latest: { readonly frame: Frame; readonly untilMs: number } | null = null
  /** Null until the tail was read: until then nobody is in `viewers`. */
  #position: Cursor | null = null
  #version: number | undefined
  /** Something was passed over whose version nobody knows, and it may be higher than what comes late. */
  #passedOver = false
  /** The newest message that came and that the position could not move to. */
  #heard: Cursor | null = null

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
    return this.#passedOver ? undefined : this.#version
  }

  /** Something was heard that viewers have not been given: history must be read on. */
  get behind(): boolean {
    return this.#position !== null && this.#heard !== null && isAfter(this.#heard, this.#position)
  }

  get heard(): Cursor | null {
    return this.#heard
  }

  /** What whoever joins now is told besides the past: nothing that nobody has said again for too long. */
  latest(nowMs: number): Frame | null {
    return this.#latest !== null && nowMs < this.#latest.untilMs ? this.#latest.frame : null
  }

  keepLatest(frame: Frame, nowMs: number): void {
    this.#latest = { frame, untilMs: nowMs + LATEST_LIFE_MS }
  }

  /** The stream begins at its tail: whoever joins takes a snapshot that is no older. */
  begin(cursor: Cursor, version: number | undefined): void {
    this.#position = cursor
    this.#version = version
  }

  /** A message came from the bus. The position moves only to the `next` one. */
  arrive({ cursor, previous, version }: Place): Arrival {
    if (this.#position !== null && !isAfter(cursor, this.#position)) return 'copy'
    if (this.#position !== null && !isAfter(previous ?? startOf(cursor.epoch), this.#position)) {
      this.#move(cursor, version)
      return 'next'
    }
    if (this.#heard === null || isAfter(cursor, this.#heard)) this.#heard = cursor
    return 'early'
  }

  /** Moves along history to an entry; false when it was passed before. Entries come without a hole from the position on. */
  advance(cursor: Cursor, version: number | undefined): boolean {
    if (this.#position === null || !isAfter(cursor, this.#position)) return false
    this.#move(cursor, version)
    return true
  }

  /** Gives up what was missed, for which viewers refetch; goes on from `to` if that is later. */
  skip(to: Cursor | null): void {
    if (this.#position === null) return
    if (to !== null && isAfter(to, this.#position)) this.#position = to
    this.#version = undefined
    this.#passedOver = isAfter(this.#position, startOf(this.#position.epoch))
  }

  /** What versions there were between two epochs, nobody knows; and a new one is heard from its beginning. */
  #move(cursor: Cursor, version: number | undefined): void {
    if (cursor.epoch !== this.#position?.epoch) {
      this.#version = undefined
      this.#passedOver = false
    }
    this.#position = cursor
    if (version !== undefined) this.#version = Math.max(version, this.#version ?? 0)
  }
}
