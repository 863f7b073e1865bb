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

/** A message on its way into history. The ids of its events make appending idempotent. */
export interface NewEntry {
  readonly stream: string
  readonly eventId: string
  /** Events that were merged with that one, oldest first. */
  readonly moreEventIds?: readonly string[]
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

/** An entry as it stands, and what stood right before it when it was appended; null when nothing did in this epoch. */
export interface Standing extends HistoryEntry {
  readonly previous: Cursor | null
}

/** What became of a new entry. */
export interface Appended {
  /**
   * What stands for its events, oldest first: the entry itself, or those with which they were appended before, which may
   * tell of other events too. What has been trimmed since is not among them.
   */
  readonly standing: readonly Standing[]
  /** Its events for which nothing was appended, oldest first: see {@link History.append}. */
  readonly missing: readonly string[]
}

export interface History {
  /**
   * Appends in order, in one go per stream, and each event once. An entry some of whose events had been appended before,
   * as parts of others, is not appended, and neither is what follows it on its stream: what is missing of them is to be
   * merged anew, and appended then.
   */
  append(entries: readonly NewEntry[]): Promise<Appended[]>
  /** The tails of some streams, in the order asked. */
  tails(streams: readonly string[]): Promise<Tail[]>
  /** What came after a position, per stream, in the order asked. */
  since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]>
}

/** Entries kept per stream. A resume replays at most 300 messages of an absence; the rest covers those just before. */
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

/** All events of an entry, oldest first. */
export const eventIdsOf = ({ eventId, moreEventIds = [] }: NewEntry): readonly string[] => [eventId, ...moreEventIds]
