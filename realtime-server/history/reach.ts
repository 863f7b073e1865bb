import { type Cursor, compareCursors } from '../cursor.ts'

/** What a history looks like at the moment it is asked. */
export interface HistoryState {
  readonly epoch: string
  readonly nowMs: number
  /** The oldest entry kept; null when there are none. */
  readonly first: Cursor | null
  /**
   * What stood right before the oldest entry, or is the newest there ever was when none is kept. Null when nothing is
   * remembered: then nothing was appended for as long as memory lasts.
   */
  readonly before: Cursor | null
}

/**
 * Whether everything after `after` is still there: not when the epoch differs or the position lies in the future, and
 * otherwise exactly when nothing that is gone came after it.
 * @param memoryMs how long the newest id of a stream is remembered
 */
export function reachesBack({ epoch, nowMs, first, before }: HistoryState, after: Cursor, memoryMs: number): boolean {
  if (after.epoch !== epoch || after.ms > nowMs) return false
  if (before !== null) return compareCursors(before, after) <= 0
  if (first !== null && compareCursors(first, after) <= 0) return true
  return after.ms > (first?.ms ?? nowMs) - memoryMs
}
