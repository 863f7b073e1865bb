/*
 * A message's id is `<epoch>-<ms>-<seq>`: the epoch of the history it stands in, and its entry id there, which is a
 * time by Redis's clock. Being a time, it is a position in every stream: one cursor serves a whole connection.
 * Epochs begin with the time they were minted, so ids of any two epochs have an order too.
 */

export interface Cursor {
  readonly epoch: string
  readonly ms: number
  readonly seq: number
}

const PATTERN = /^([0-9a-z]{10,32})-(\d{1,15})-(\d{1,15})$/

/** Takes an id apart; null for anything that is not one: garbage, negative, too long. */
export function parseCursor(text: string): Cursor | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const [, epoch, ms, seq] = match as unknown as [string, string, string, string]
  return { epoch, ms: Number(ms), seq: Number(seq) }
}

export const formatCursor = ({ epoch, ms, seq }: Cursor): string => `${epoch}-${ms}-${seq}`

/** Negative when `a` is before `b`, positive when after, 0 when they are the same position. */
export function compareCursors(a: Cursor, b: Cursor): number {
  if (a.epoch !== b.epoch) return a.epoch < b.epoch ? -1 : 1
  return a.ms - b.ms || a.seq - b.seq
}

export const isAfter = (a: Cursor, b: Cursor): boolean => compareCursors(a, b) > 0

/** Digits of base 36 at the start of an epoch that say when it was minted, in milliseconds; good until the year 5188. */
export const EPOCH_TIME_DIGITS = 9

/** The position before everything in an epoch: a millisecond before it was minted. */
export function startOf(epoch: string): Cursor {
  return { epoch, ms: Number.parseInt(epoch.slice(0, EPOCH_TIME_DIGITS), 36) - 1, seq: 0 }
}

/** A cursor from an entry id of a Redis Stream (`<ms>-<seq>`). */
export function entryCursor(epoch: string, entryId: string): Cursor {
  const [ms, seq] = entryId.split('-')
  return { epoch, ms: Number(ms), seq: Number(seq) }
}
