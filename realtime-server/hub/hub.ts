import type { Delivery } from '#contracts/delivery.ts'
import { clientStreamName, interestOf, type Stream, streamName } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import { type Cursor, compareCursors, isAfter, parseCursor, startOf } from '../cursor.ts'
import { type Frame, makeFrame } from '../frame.ts'
import type { History, HistoryEntry, Replay } from '../history/history.ts'
import type { InterestTable } from './interest-table.ts'
import { LocalStream, type Viewer } from './local-stream.ts'

/*
 * Which viewers of this node follow what, and the handing over of messages.
 *
 * History and the bus carry the same messages, and either may be first. Each stream has one position; whatever comes
 * after it, from either side, goes to every viewer of the stream and moves the position, and whatever is not after it
 * is a copy. A viewer joins in one turn of the event loop, at the stream's position of that moment, so there is no gap
 * between what it was replayed and what it is sent live.
 */

/** What a viewer is told in the turn in which it joins. */
export interface Joined {
  /** Missed messages, oldest first over all streams, so that the last id seen is always a position to resume from. */
  readonly replay: readonly Frame[]
  /** Streams, as the client calls them, whose past could not be replayed completely. */
  readonly reset: readonly string[]
  /** By the client's names. */
  readonly versions: Readonly<Record<string, { version?: number }>>
}

/** Messages of one stream may overtake those of another by this much; a cursor is trusted to less than that. */
export const OVERTAKING_MS = 5_000
/**
 * A resume replays at most this much; beyond, refetching is cheaper for everybody. The bytes stay below what a
 * connection may have waiting, or a viewer would be cut for what it was just given.
 */
export const REPLAY_MESSAGES = 300
export const REPLAY_BYTES = 200_000
/** History is read again when deliveries overtook the read; after this many times the viewer is told to refetch. */
const REPLAY_READS = 5
/** Between tries while Redis is away: viewers are back within a second of it. */
const HISTORY_RETRY_MS = 500

export class Hub {
  readonly #history: History
  readonly #log: Log
  readonly #streams = new Map<string, LocalStream>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #interests: InterestTable

  /** @param interests made with a callback to {@link forget}, since the two need each other */
  constructor(history: History, log: Log, interests: (forget: (interest: string) => void) => InterestTable) {
    this.#history = history
    this.#log = log
    this.#interests = interests((interest) => this.#forget(interest))
  }

  get interests(): InterestTable {
    return this.#interests
  }

  /**
   * Lets a viewer follow streams. Resolves after `joined` was called, in the turn in which the viewer joined.
   * @param after where the viewer's last connection ended; null for one that takes a snapshot anyway; `unknown` for a
   *   cursor that means nothing to us
   * @param joined is not called, and nothing is kept, when it answers that the viewer has gone
   */
  async join(
    viewer: Viewer,
    streams: readonly Stream[],
    after: Cursor | 'unknown' | null,
    joined: { gone(): boolean; now(result: Joined): void },
  ): Promise<void> {
    const local = streams.map((stream) => this.#open(stream))
    await Promise.all(local.map((stream) => this.#interests.acquire(stream.interest)))
    const past = await this.#patiently(joined.gone, async () => {
      await Promise.all(local.map((stream) => this.#load(stream)))
      return this.#past(local, after)
    })
    if (past === null || joined.gone()) {
      for (const stream of local) this.#interests.release(stream.interest)
      return
    }
    for (const [stream, replay] of past.replays) this.#absorb(stream, replay.entries)
    for (const stream of local) stream.viewers.add(viewer)
    joined.now({
      replay: past.frames(),
      reset: past.reset.map((stream) => clientStreamName(stream.stream)),
      versions: Object.fromEntries(local.map((s) => [clientStreamName(s.stream), versionOf(s)])),
    })
  }

  leave(viewer: Viewer, streams: readonly Stream[]): void {
    for (const stream of streams) {
      const local = this.#streams.get(streamName(stream))
      if (local?.viewers.delete(viewer)) this.#interests.release(local.interest)
    }
  }

  /** A delivery from the bus. Returns to how many viewers it went; copies go to none. */
  deliver(delivery: Delivery): number {
    const stream = this.#streams.get(delivery.stream)
    const cursor = parseCursor(delivery.id)
    if (stream === undefined || cursor === null) return 0
    if (!stream.advance(cursor, delivery.version)) return 0
    return this.#send(stream, { cursor, event: delivery.event, data: delivery.data })
  }

  /**
   * After deliveries may have been missed: reads what every stream's history has beyond its position, and tells the
   * viewers of those whose history does not reach back that far to refetch.
   * @param epoch the current one; positions of an older epoch begin it anew
   */
  async catchUp(epoch: string): Promise<void> {
    const streams = [...this.#streams.values()].filter((stream) => stream.position !== null)
    const requests = streams.map((stream) => ({ stream: stream.name, after: within(epoch, stream.position as Cursor) }))
    const replays = await this.#history.since(requests, REPLAY_MESSAGES)
    for (const [i, stream] of streams.entries()) {
      const replay = replays[i] as Replay
      this.#absorb(stream, replay.entries)
      if (replay.complete) continue
      this.#log.warn({ stream: stream.interest }, 'history does not reach back to what was missed')
      for (const viewer of stream.viewers) viewer.reset([clientStreamName(stream.stream)])
    }
  }

  #open(stream: Stream): LocalStream {
    const name = streamName(stream)
    const known = this.#streams.get(name)
    if (known) return known
    const opened = new LocalStream(name, stream, interestOf(stream))
    this.#streams.set(name, opened)
    return opened
  }

  /** Finds where the stream stands, if nobody has yet. Its interest must be registered: nothing after its tail is missed. */
  async #load(stream: LocalStream): Promise<void> {
    if (stream.position !== null) return
    const loading = this.#loading.get(stream.name) ?? this.#readTail(stream)
    this.#loading.set(stream.name, loading)
    await loading
  }

  /** Tries until it works or the viewer has gone: while Redis is away, viewers wait and their pages poll. */
  async #patiently<T>(gone: () => boolean, attempt: () => Promise<T>): Promise<T | null> {
    while (!gone()) {
      try {
        return await attempt()
      } catch (error) {
        this.#log.warn({ err: error }, 'history did not answer')
        await new Promise((wake) => setTimeout(wake, HISTORY_RETRY_MS))
      }
    }
    return null
  }

  async #readTail(stream: LocalStream): Promise<void> {
    try {
      const [tail] = await this.#history.tails([stream.name])
      if (tail) stream.begin(tail.cursor, tail.version)
    } finally {
      this.#loading.delete(stream.name)
    }
  }

  /** Reads what a returning viewer missed, again if deliveries overtook the read: the last read reaches the position. */
  async #past(streams: readonly LocalStream[], after: Cursor | 'unknown' | null): Promise<Past> {
    if (after === null) return new Past([], [])
    if (after === 'unknown') return new Past([], streams)
    const from = { ...after, ms: Math.max(0, after.ms - OVERTAKING_MS), seq: 0 }
    const requests = streams.map((stream) => ({ stream: stream.name, after: from }))
    for (let read = 1; ; read += 1) {
      const replays = await this.#history.since(requests, REPLAY_MESSAGES)
      const paired = streams.map((stream, i) => [stream, replays[i] as Replay] as const)
      const overtaken = paired.filter(([stream, replay]) => replay.complete && isOvertaken(stream, replay, from))
      if (overtaken.length > 0 && read < REPLAY_READS) continue
      const incomplete = paired.filter((pair) => !pair[1].complete || overtaken.includes(pair))
      return new Past(
        paired.filter((pair) => !incomplete.includes(pair)),
        incomplete.map(([stream]) => stream),
      )
    }
  }

  /** Hands over what history has beyond the stream's position; the bus's copies of it will be passed over. */
  #absorb(stream: LocalStream, entries: readonly HistoryEntry[]): void {
    for (const entry of entries) {
      if (stream.advance(entry.cursor, entry.version)) this.#send(stream, entry)
    }
  }

  #send(stream: LocalStream, message: { cursor: Cursor; event: string; data: string }): number {
    if (message.event === 'session.ended') {
      const sid = sessionOf(message.data)
      for (const viewer of stream.viewers) viewer.sessionEnded(sid)
      return stream.viewers.size
    }
    const frame = makeFrame(message)
    for (const viewer of stream.viewers) viewer.message(frame)
    return stream.viewers.size
  }

  #forget(interest: string): void {
    for (const [name, stream] of this.#streams) if (stream.interest === interest) this.#streams.delete(name)
  }
}

/** What a returning viewer missed, per stream, and the streams for which that cannot be said. */
class Past {
  readonly replays: readonly (readonly [LocalStream, Replay])[]
  readonly reset: readonly LocalStream[]

  constructor(replays: readonly (readonly [LocalStream, Replay])[], reset: readonly LocalStream[]) {
    const size = replays.flatMap(([, replay]) => replay.entries)
    const tooMuch = size.length > REPLAY_MESSAGES || size.reduce((sum, e) => sum + e.data.length, 0) > REPLAY_BYTES
    this.replays = tooMuch ? [] : replays
    this.reset = tooMuch ? [...reset, ...replays.map(([stream]) => stream)] : reset
  }

  frames(): Frame[] {
    const entries = this.replays.flatMap(([, replay]) => replay.entries)
    return entries
      .filter((entry) => entry.event !== 'session.ended')
      .toSorted((a, b) => compareCursors(a.cursor, b.cursor))
      .map(makeFrame)
  }
}

/** Whether the stream has moved beyond what was read: then a message in between was not in the read. */
function isOvertaken(stream: LocalStream, replay: Replay, from: Cursor): boolean {
  const reached = replay.entries.at(-1)?.cursor ?? from
  return stream.position !== null && isAfter(stream.position, from) && isAfter(stream.position, reached)
}

const within = (epoch: string, position: Cursor): Cursor => (position.epoch < epoch ? startOf(epoch) : position)

const versionOf = (stream: LocalStream): { version?: number } =>
  stream.version === undefined ? {} : { version: stream.version }

function sessionOf(data: string): string {
  const { sid } = JSON.parse(data) as { sid?: unknown }
  return typeof sid === 'string' ? sid : ''
}
