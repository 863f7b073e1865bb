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

/** The newest position of a stream; where nothing is remembered, just before now. Appended later is after it. */
export interface Tail {
  readonly cursor: Cursor
  /** The highest version there was, whether or not the newest message had one. */
  readonly version?: number
}

/** Where an entry stands, and what stood right before it when it was appended; null when nothing did in this epoch. */
export interface Placed {
  readonly cursor: Cursor
  readonly previous: Cursor | null
}

export interface History {
  /** Appends in order and says where each entry stands, also those that had been appended before. */
  append(entries: readonly NewEntry[]): Promise<Placed[]>
  /** The tails of some streams, in the order asked. */
  tails(streams: readonly string[]): Promise<Tail[]>
  /** What came after a position, per stream, in the order asked. */
  since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]>
}

/** Entries kept per stream. A resume replays at most 300 messages; the rest covers those of the last seconds. */
export const HISTORY_LENGTH = 500
/** How long an untouched history lasts: twice the five minutes of absence after which nothing private may be lost. */
export const HISTORY_TTL_MS = 600_000
/**
 * How long the newest id of a stream is remembered, entries or not. While it is, a viewer of a quiet stream can return
 * without fetching anything; a day is longer than anybody keeps a page open and costs 100 bytes a stream.
 */
export const LAST_TTL_MS = 86_400_000

/** The bounds of a history; tests make them small. */
export interface HistoryLimits {
  readonly length: number
  readonly ttlMs: number
  readonly lastTtlMs: number
}

export const HISTORY_LIMITS: HistoryLimits = {
  length: HISTORY_LENGTH,
  ttlMs: HISTORY_TTL_MS,
  lastTtlMs: LAST_TTL_MS,
}
