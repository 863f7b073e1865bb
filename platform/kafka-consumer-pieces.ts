import type { RawRecord } from './dead-letters.ts'
import { decodeEvent, type EventReader, type EventRecord } from './kafka-record.ts'

/** A record that is no event of the reader's, and why. */
export interface Unreadable {
  readonly record: RawRecord
  readonly reason: string
}

/** Some of a batch that is handled, and committed, before the next of it. */
export interface Piece<T> {
  /** What can be read, in order. */
  readonly records: readonly EventRecord<T>[]
  /** What cannot, in order. */
  readonly unreadable: readonly Unreadable[]
  /** Of those the ones after which nothing was read under their key, in the whole batch. */
  readonly lastWords: readonly Unreadable[]
  /** Where the piece ends, with what is passed over after it. */
  readonly lastOffset: string
}

/**
 * Cuts a batch into pieces, in order, of at most so many records that somebody has to do something about; those of an
 * unknown type are in none and do not count, so that a batch of nothing else is one empty piece. Pure.
 */
export function cutIntoPieces<T>(batch: readonly RawRecord[], reader: EventReader<T>, atATime: number): Piece<T>[] {
  const pieces: { records: EventRecord<T>[]; unreadable: Unreadable[]; lastOffset: string }[] = []
  for (const record of batch) {
    const { topic, partition, offset, key } = record
    const decoded = decodeEvent(record.value, reader)
    const counts = 'event' in decoded || 'unreadable' in decoded
    let piece = pieces.at(-1)
    if (piece === undefined || (counts && piece.records.length + piece.unreadable.length >= atATime)) {
      piece = { records: [], unreadable: [], lastOffset: offset }
      pieces.push(piece)
    }
    piece.lastOffset = offset
    if ('event' in decoded) {
      piece.records.push({ topic, partition, offset, key: textOf(key), event: decoded.event })
    } else if ('unreadable' in decoded) piece.unreadable.push({ record, reason: decoded.unreadable })
  }
  const lastRead = new Map(pieces.flatMap(({ records }) => records.map(({ key, offset }) => [key, BigInt(offset)])))
  return pieces.map((piece) => ({ ...piece, lastWords: notFollowed(piece.unreadable, lastRead) }))
}

/** Those after which nothing was said under their key; under no key nothing belongs together. */
function notFollowed(unreadable: readonly Unreadable[], lastRead: ReadonlyMap<string | null, bigint>): Unreadable[] {
  return unreadable.filter(({ record: { key, offset } }) => {
    const last = key === null ? undefined : lastRead.get(textOf(key))
    return last === undefined || last < BigInt(offset)
  })
}

const textOf = (key: Uint8Array | null): string | null => key && Buffer.from(key).toString('utf8')
