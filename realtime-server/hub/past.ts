import { type Cursor, compareCursors, isAfter, startOf } from '../cursor.ts'
import { HISTORY_LENGTH, type History, type HistoryEntry } from '../history/history.ts'
import type { LocalStream } from './local-stream.ts'

/**
 * Messages of one stream may overtake those of another by this much, so a cursor is trusted to no more than that. The
 * longest regular delay is that of a dispatcher which dies between append and produce: its session ends after 6 s, then
 * the group is rebalanced and another does the work again.
 */
export const OVERTAKING_MS = 15_000
/**
 * A person's own messages are trusted no further than this. While Kafka is away what was appended is produced late and in
 * no certain order, so that minutes may lie between two messages of which the second came first; and nobody else's screen
 * shows what such a message said, nor is there a version whose gap would tell. These streams are short, and clients drop
 * what they know. With the five minutes of absence after which nothing private may be lost, it is as long as history lasts.
 */
export const PRIVATE_OVERTAKING_MS = 300_000
/**
 * A resume replays at most so many messages of the absence; beyond, refetching is cheaper for everybody. What the viewer
 * may have seen before does not count here, or who heard something and left would be owed fewer.
 */
export const REPLAY_MESSAGES = 300
/**
 * With those that it may have seen at most so many: all that a history keeps. The bytes, and eighty more for each message,
 * stay below what a connection may have waiting, or a viewer would be cut for what it was just given.
 */
export const REPLAY_IN_ALL = HISTORY_LENGTH
export const REPLAY_BYTES = 200_000
/** History is read again when deliveries overtook the read; after this many times viewers are told to refetch. */
export const HISTORY_READS = 5

/** What a returning viewer missed, and the streams for which that cannot be said. */
export interface Past {
  /** Oldest first over all streams, so that the last id seen is always a position to resume from. */
  readonly missed: readonly HistoryEntry[]
  readonly reset: readonly LocalStream[]
  /** What histories were found to have: to be handed to the streams in the turn in which the viewer joins. */
  readonly found: readonly { readonly stream: LocalStream; readonly entries: readonly HistoryEntry[] }[]
}

/** Reads what a viewer missed since its last id, again where deliveries overtook the read. Errors of history pass through. */
export async function readPast(
  history: History,
  streams: readonly LocalStream[],
  after: Cursor | 'unknown' | null,
): Promise<Past> {
  if (after === null) return { missed: [], reset: [], found: [] }
  if (after === 'unknown') return { missed: [], reset: streams, found: [] }
  // What was overtaken then, by messages of an epoch that had just begun, belonged to the one before: it is gone.
  if (isAfter(startOf(after.epoch), before(after, OVERTAKING_MS))) return { missed: [], reset: streams, found: [] }
  const lagging = new Set<LocalStream>()
  for (let read = 1; ; read += 1) {
    const reads = await readOnce(history, streams, after, lagging)
    for (const one of reads) if (jumps(one)) lagging.add(one.stream)
    const unsettled = reads.filter((one) => jumps(one) || (one.complete && isOvertaken(one)))
    if (unsettled.length === 0 || read === HISTORY_READS) {
      return pastOf(
        reads.filter((one) => one.complete && !unsettled.includes(one)),
        reads.filter((one) => !one.complete || unsettled.includes(one)).map(({ stream }) => stream),
        after,
      )
    }
  }
}

/**
 * The position after which a viewer is given a stream again. Not from before its epoch, in which nothing is: whoever was
 * there when it began was told within {@link OVERTAKING_MS} to fetch anew what the one before had.
 */
function fromWhere({ stream }: LocalStream, after: Cursor): Cursor {
  if (stream.kind !== 'private') return before(after, OVERTAKING_MS)
  return laterOf(before(after, PRIVATE_OVERTAKING_MS), startOf(after.epoch))
}

/** Redis takes no position before 0, and fails everybody's read for one; a cursor may be anything that looks like one. */
const before = (after: Cursor, ms: number): Cursor => ({ ...after, ms: Math.max(0, after.ms - ms), seq: 0 })

/** What one read of a stream's history brought, and how far it went. */
interface Read {
  readonly stream: LocalStream
  /** What is after it is the viewer's. */
  readonly from: Cursor
  readonly entries: readonly HistoryEntry[]
  readonly complete: boolean
  readonly start: Cursor
  /** At least the stream's position when it was asked for: history has everything up to there. */
  readonly reached: Cursor
}

async function readOnce(
  history: History,
  streams: readonly LocalStream[],
  after: Cursor,
  lagging: ReadonlySet<LocalStream>,
): Promise<Read[]> {
  const plans = streams.map((stream) => {
    const from = fromWhere(stream, after)
    const start = lagging.has(stream) ? earlierOf(from, within(from.epoch, stream.position)) : from
    return { stream, from, start, position: stream.position }
  })
  const replays = await history.since(
    plans.map(({ stream, start }) => ({ stream: stream.name, after: start })),
    REPLAY_IN_ALL,
  )
  return plans.map(({ stream, from, start, position }, i) => {
    const { entries, complete } = replays[i] ?? { entries: [], complete: false }
    const last = entries.at(-1)?.cursor ?? start
    const reached = position ? laterOf(position, last) : last
    return { stream, from, entries, complete: complete && !areTooMany(entries, after), start, reached }
  })
}

/**
 * Whether handing over what was read would jump something: it begins after the stream's position. Then this node has
 * not heard yet what the viewer has seen elsewhere, and is read from its position too.
 */
const jumps = ({ stream, entries, start }: Read): boolean =>
  entries.length > 0 && stream.position !== null && isAfter(start, within(start.epoch, stream.position))

/** Whether the stream has moved beyond what was read: then a message in between was not in the read. */
const isOvertaken = ({ stream, reached }: Read): boolean =>
  stream.position !== null && isAfter(stream.position, reached)

/** Of what certainly came while the viewer was away. */
const areTooMany = (entries: readonly HistoryEntry[], after: Cursor): boolean =>
  entries.filter(({ cursor }) => isAfter(cursor, after)).length > REPLAY_MESSAGES

/** A stream that is too long costs itself its replay, and not the others theirs: the longest goes first. */
function pastOf(found: readonly Read[], reset: readonly LocalStream[], after: Cursor): Past {
  const missed = found.flatMap(missedOf).toSorted((a, b) => compareCursors(a.cursor, b.cursor))
  const bytes = missed.reduce((sum, entry) => sum + Buffer.byteLength(entry.data), 0)
  const fits = !areTooMany(missed, after) && missed.length <= REPLAY_IN_ALL && bytes <= REPLAY_BYTES
  if (fits) return { missed, reset, found }
  const longest = found.reduce((a, b) => (missedOf(b).length > missedOf(a).length ? b : a))
  return pastOf(
    found.filter((one) => one !== longest),
    [...reset, longest.stream],
    after,
  )
}

const missedOf = ({ entries, from }: Read): HistoryEntry[] => entries.filter(({ cursor }) => isAfter(cursor, from))

/** A position in this epoch; one of an older epoch is before everything in it. */
export const within = (epoch: string, position: Cursor | null): Cursor =>
  position === null || position.epoch < epoch ? startOf(epoch) : position

const laterOf = (a: Cursor, b: Cursor): Cursor => (isAfter(a, b) ? a : b)

const earlierOf = (a: Cursor, b: Cursor): Cursor => (isAfter(a, b) ? b : a)
