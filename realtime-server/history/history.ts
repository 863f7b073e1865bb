import type { Cursor } from '../cursor.ts'

/** A message as history keeps it and nodes deliver it. */
export interface HistoryEntry {
  readonly cursor: Cursor
  readonly event: string
  /** The JSON text of the `data:` line. */
  readonly data: string
  /** The show's version after this message, for streams that have one. */
  readonly version?: number
}

/** A message on its way into history. `eventId` makes appending idempotent. */
export interface NewEntry {
  readonly stream: string
  readonly eventId: string
  readonly event: string
  readonly data: string
  readonly version?: number
}

/** What history knows of a stream, from some position on. */
export interface Replay {
  /** Everything after the position asked for that is still there, oldest first, at most `limit`. */
  readonly entries: readonly HistoryEntry[]
  /** False when something after that position may be missing: trimmed, expired, of another epoch, or over the limit. */
  readonly complete: boolean
}

/** The newest position of a stream; without an entry it is the start of the epoch. */
export interface Tail {
  readonly cursor: Cursor
  readonly version?: number
}

export interface History {
  /** Appends in order and says where each entry stands, also those that had been appended before. */
  append(entries: readonly NewEntry[]): Promise<Cursor[]>
  /** The tails of some streams, in the order asked. */
  tails(streams: readonly string[]): Promise<Tail[]>
  /** What came after a position, per stream, in the order asked. */
  since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]>
}

/** Entries kept per stream. A resume replays at most 300 messages; the rest covers those of the last seconds. */
export const HISTORY_LENGTH = 500
/** How long an untouched history lasts: twice the five minutes of absence after which nothing private may be lost. */
export const HISTORY_TTL_MS = 600_000
