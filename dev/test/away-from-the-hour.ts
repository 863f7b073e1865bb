import { setTimeout as sleep } from 'node:timers/promises'

const HOUR_MS = 60 * 60_000

/** Longer than what must not see an hour end takes, also on a busy machine. */
const ROOM_MS = 15_000

/** How long until no hour ends within the next {@link ROOM_MS}. */
export function untilAwayMs(nowMs: number): number {
  const leftMs = HOUR_MS - (nowMs % HOUR_MS)
  return leftMs < ROOM_MS ? leftMs : 0
}

/**
 * For tests of what is counted by the hour of the clock, or by the day of a shop in a zone of whole hours: resolves
 * where none of them ends soon, and mostly at once.
 */
export const awayFromTheHour = (): Promise<void> => sleep(untilAwayMs(Date.now()))
