import { type Cursor, compareCursors } from '../cursor.ts'

/** What a history looks like at the moment it is asked; `first` is null when it has no entries. */
export interface HistoryState {
  readonly epoch: string
  readonly nowMs: number
  /** Entries added since the key came into being, trimmed ones included. */
  readonly added: number
  readonly length: number
  readonly first: Cursor | null
}

/**
 * Whether everything after `after` is still there.
 *
 * Not, when the epoch differs or the position lies in the future. Yes, when the oldest entry is not after that position: then the rest follows it
 * without a hole. Otherwise the history must be whole (nothing trimmed since its key was made), and the position young
 * enough that a message after it would have kept an earlier key alive until now.
 */
export function reachesBack(state: HistoryState, after: Cursor, ttlMs: number): boolean {
  if (after.epoch !== state.epoch || after.ms > state.nowMs) return false
  if (state.first !== null && compareCursors(state.first, after) <= 0) return true
  return state.added === state.length && after.ms > state.nowMs - ttlMs
}
