import { isWithinDataBytes, type StreamDelivery } from '#contracts/delivery.ts'
import { clientStreamName, interestOf, type Stream, streamName } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import { Shares } from '../audience/shares.ts'
import { type Cursor, parseCursor, startOf } from '../cursor.ts'
import { type Frame, makeFrame } from '../frame.ts'
import type { History, HistoryEntry, Replay, Tail } from '../history/history.ts'
import { policyOf } from '../policy.ts'
import type { InterestTable } from './interest-table.ts'
import { LocalStream, type Viewer } from './local-stream.ts'
import { Outage } from './outage.ts'
import { HISTORY_READS, REPLAY_MESSAGES, readPast, within } from './past.ts'
import { endedSid } from './session-end.ts'
import { TailReader } from './tail-reader.ts'

/*
 * Which viewers of this node follow what, and the handing over of messages.
 *
 * History and the bus carry the same messages, and either may be first. Each stream has one position. What follows it,
 * from either side, goes to every viewer of the stream and moves the position; what is not after it is a copy; and what
 * comes from the bus before its predecessor shows that something was missed, so history is read. A viewer joins in one
 * turn of the event loop, at the stream's position of that moment, so there is no gap between what it was replayed and
 * what it is sent live.
 */

/** What a viewer is told in the turn in which it joins. */
export interface Joined {
  /** Missed messages, oldest first over all streams, so that the last id seen is always a position to resume from. */
  readonly replay: readonly Frame[]
  /** Streams, as the client calls them, whose past could not be replayed completely. */
  readonly reset: readonly string[]
  /** By the client's names. */
  readonly versions: Readonly<Record<string, { version?: number }>>
  /** What is true just now and stands in no history, such as a count of viewers. */
  readonly latest: readonly Frame[]
}

/** Between tries while Redis is away: viewers are back within a second of it. */
const HISTORY_RETRY_MS = 500

export class Hub {
  /** How many of this node's connections have each show visible. */
  readonly shares = new Shares()
  readonly #history: History
  readonly #tails: TailReader
  readonly #log: Log
  readonly #outage: Outage
  readonly #streams = new Map<string, LocalStream>()
  /** The same by interest: thousands of these are forgotten in one turn of the event loop, among ten thousand streams. */
  readonly #byInterest = new Map<string, LocalStream[]>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #recovering = new Set<LocalStream>()
  /** How often this node caught up: an answer of history from before that may be too old. */
  #catchUps = 0
  /** The newest epoch heard of. */
  #epoch = ''
  readonly #interests: InterestTable

  /** @param interests made with a callback to {@link forget}, since the two need each other */
  constructor(history: History, log: Log, interests: (forget: (interest: string) => void) => InterestTable) {
    this.#history = history
    this.#tails = new TailReader(history)
    this.#log = log
    this.#outage = new Outage('history', log)
    this.#interests = interests((interest) => this.#forget(interest))
  }

  get interests(): InterestTable {
    return this.#interests
  }

  /**
   * Lets a viewer follow streams. Resolves after `joined.now` was called, in the turn in which the viewer joined, or when the
   * viewer has gone: however long Redis is away, nothing of those who do not wait any more is kept.
   * @param after where the viewer's last connection ended; null for one that takes a snapshot anyway; `unknown` for a
   *   cursor that means nothing to us
   * @param joined what is called unless the viewer has `gone` by then
   */
  async join(
    viewer: Viewer,
    streams: readonly Stream[],
    after: Cursor | 'unknown' | null,
    joined: { readonly gone: AbortSignal; now(result: Joined): void },
  ): Promise<void> {
    const local = streams.map((stream) => this.#open(stream))
    const { gone } = joined
    await Promise.all(local.map((stream) => this.#interests.acquire(stream.interest, gone)))
    const past = await this.#patiently(
      () => gone.aborted,
      async () => {
        await Promise.all(local.map((stream) => this.#load(stream)))
        return readPast(this.#history, local, after)
      },
    )
    if (past === null || gone.aborted) {
      for (const stream of local) this.#interests.release(stream.interest)
      return
    }
    for (const { stream, entries } of past.found) this.#absorb(stream, entries)
    for (const stream of local) stream.viewers.add(viewer)
    joined.now({
      replay: past.missed.filter(({ event }) => event !== 'session.ended').map(makeFrame),
      reset: past.reset.map((stream) => clientStreamName(stream.stream)),
      versions: Object.fromEntries(local.map((s) => [clientStreamName(s.stream), versionOf(s)])),
      latest: local.map((stream) => stream.latest(performance.now())).filter((frame) => frame !== null),
    })
  }

  leave(viewer: Viewer, streams: readonly Stream[]): void {
    for (const stream of streams) {
      const local = this.#streams.get(streamName(stream))
      if (local?.viewers.delete(viewer)) this.#interests.release(local.interest)
    }
  }

  /** A stream's delivery from the bus. Returns to how many viewers it went at once; copies go to none. */
  deliver(delivery: StreamDelivery): number {
    const stream = this.#streams.get(delivery.stream)
    if (stream !== undefined && delivery.id === undefined) return this.#pass(stream, delivery)
    const cursor = parseCursor(delivery.id ?? '')
    if (stream === undefined || cursor === null) return 0
    this.#noteEpoch(cursor.epoch)
    const previous = delivery.previous === undefined ? null : parseCursor(delivery.previous)
    const arrival = stream.arrive({ cursor, previous, version: delivery.version })
    if (arrival === 'early' && stream.behind) void this.#recover(stream)
    return arrival === 'next' ? this.#send(stream, { ...delivery, cursor }) : 0
  }

  /**
   * After deliveries may have been missed: reads what every stream's history has beyond its position, and tells the
   * viewers of those whose history does not reach back that far to refetch.
   * @param epoch the newest one known; positions of an older epoch begin it anew
   * @param dropped records of the past may never come. Those of an older epoch are in no history now, so viewers refetch.
   */
  async catchUp(epoch: string, dropped: boolean): Promise<void> {
    this.#noteEpoch(epoch)
    this.#catchUps += 1
    const streams = [...this.#streams.values()].filter((stream) => stream.position !== null)
    await this.#readOn(streams)
    if (!dropped) return
    for (const stream of streams) {
      if ((stream.position as Cursor).epoch < this.#epoch) this.#giveUp(stream, startOf(this.#epoch))
    }
  }

  #open(stream: Stream): LocalStream {
    const name = streamName(stream)
    const known = this.#streams.get(name)
    if (known) return known
    const opened = new LocalStream(name, stream, interestOf(stream))
    this.#streams.set(name, opened)
    const related = this.#byInterest.get(opened.interest)
    if (related) related.push(opened)
    else this.#byInterest.set(opened.interest, [opened])
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
        const result = await attempt()
        this.#outage.answer()
        return result
      } catch (error) {
        this.#outage.noAnswer(error)
        await new Promise((wake) => setTimeout(wake, HISTORY_RETRY_MS))
      }
    }
    return null
  }

  async #readTail(stream: LocalStream): Promise<void> {
    try {
      const tail = await this.#tail(stream.name)
      this.#noteEpoch(tail.cursor.epoch)
      stream.begin(tail.cursor, tail.version)
      if (stream.behind) await this.#recover(stream)
    } finally {
      this.#loading.delete(stream.name)
    }
  }

  /** The tail, read when nothing was owed. An answer that was on its way while the node was away is older than that. */
  async #tail(name: string): Promise<Tail> {
    for (;;) {
      const catchUps = this.#catchUps
      const tail = await this.#tails.read(name)
      if (catchUps === this.#catchUps) return tail
    }
  }

  /** A message came whose predecessor did not: reads history until it has reached everything that was heard. */
  async #recover(stream: LocalStream): Promise<void> {
    if (this.#recovering.has(stream)) return
    this.#recovering.add(stream)
    const gone = () => this.#streams.get(stream.name) !== stream
    await this.#patiently(gone, () => this.#readOn([stream]))
    this.#recovering.delete(stream)
    if (stream.behind && !gone()) await this.#recover(stream)
  }

  /** Hands over what histories have beyond the streams' positions, until nothing heard is beyond them any more. */
  async #readOn(streams: readonly LocalStream[]): Promise<void> {
    let unread = streams
    for (let read = 1; unread.length > 0; read += 1) {
      const requests = unread.map((stream) => ({ stream: stream.name, after: within(this.#epoch, stream.position) }))
      const replays = await this.#history.since(requests, REPLAY_MESSAGES)
      for (const [i, stream] of unread.entries()) {
        const replay = replays[i] as Replay
        this.#absorb(stream, replay.entries)
        if (!replay.complete || (read === HISTORY_READS && stream.behind)) this.#giveUp(stream, stream.heard)
      }
      unread = unread.filter((stream) => stream.behind)
    }
  }

  /** What was missed cannot be had: viewers refetch, and the stream goes on from `to`. */
  #giveUp(stream: LocalStream, to: Cursor | null): void {
    this.#log.debug({ kind: stream.stream.kind }, 'history does not reach back to what was missed')
    stream.skip(to)
    this.#reset(stream)
  }

  #reset(stream: LocalStream): void {
    for (const viewer of stream.viewers) viewer.reset([clientStreamName(stream.stream)])
  }

  #noteEpoch(epoch: string): void {
    if (epoch > this.#epoch) this.#epoch = epoch
  }

  /**
   * Hands over what history has beyond the stream's position; the bus's copies of it will be passed over. History of a
   * new epoch may have overtaken what the bus still had of the old one, so viewers refetch.
   */
  #absorb(stream: LocalStream, entries: readonly HistoryEntry[]): void {
    const before = stream.position
    for (const entry of entries) {
      if (stream.advance(entry.cursor, entry.version)) this.#send(stream, entry)
    }
    if (before !== null && stream.position !== null && stream.position.epoch > before.epoch) this.#reset(stream)
  }

  #send(stream: LocalStream, message: HistoryEntry): number {
    if (message.event === 'session.ended') {
      const sid = endedSid(message.data)
      for (const viewer of stream.viewers) viewer.sessionEnded(sid)
      return stream.viewers.size
    }
    if (!isWithinDataBytes(message.data)) {
      // By the contract of before (FORMER_DATA_LIMIT). It could cut who keeps up, and then they would be told the same.
      this.#reset(stream)
      return stream.viewers.size
    }
    const frame = makeFrame(message)
    const policy = policyOf(message)
    const sparing = policy.kind === 'all' ? null : { kind: policy.kind, stream: clientStreamName(stream.stream) }
    for (const viewer of stream.viewers) viewer.message(frame, sparing)
    return stream.viewers.size
  }

  /** A message without a place in history: whoever is there gets it, and who joins soon. */
  #pass(stream: LocalStream, { event, data }: StreamDelivery): number {
    const frame = makeFrame({ cursor: null, event, data })
    stream.keepLatest(frame, performance.now())
    const sparing = { kind: 'latest', stream: clientStreamName(stream.stream) } as const
    for (const viewer of stream.viewers) viewer.message(frame, sparing)
    return stream.viewers.size
  }

  #forget(interest: string): void {
    for (const { name } of this.#byInterest.get(interest) ?? []) this.#streams.delete(name)
    this.#byInterest.delete(interest)
  }
}

const versionOf = (stream: LocalStream): { version?: number } =>
  stream.version === undefined ? {} : { version: stream.version }
