import type { Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { CommitQueue } from './commit-queue.ts'
import { ConsumerTurns, type Turn } from './consumer-turns.ts'
import { ConsumerWatchdog, type PieceAtHand } from './consumer-watchdog.ts'
import { type DeadLettered, sendDeadLetters } from './dead-letters.ts'
import { cutIntoPieces, type Piece, type Unreadable } from './kafka-consumer-pieces.ts'
import type { EventReader, EventRecord } from './kafka-record.ts'
import type { Log } from './log.ts'
import { untilDone } from './until-done.ts'

export type { Unreadable } from './kafka-consumer-pieces.ts'

/*
 * One consumer group that reads batches in order and commits what was handled, a piece of a batch at a time.
 *
 * For each piece: decode → what cannot be read goes to `<topic>.dead` → `handle` gets the rest, in order → commit.
 * `handle` must be idempotent: it is called again with the same records until it succeeds, and once more after a crash
 * between its success and the commit. What it leaves under way for later is committed later; the partition's next piece
 * is handled meanwhile. kafkajs fetches nothing at all from a broker while a batch from it is being handled, so a handler
 * that waits makes every partition wait.
 */

export interface ConsumerOptions<T> {
  readonly kafka: Kafka
  /** Carries dead letters. */
  readonly producer: Producer
  readonly deadLettered?: DeadLettered
  readonly groupId: string
  readonly readers: Readonly<Record<string, EventReader<T>>>
  /** Where a group that has no offsets yet begins. */
  readonly from: 'earliest' | 'latest'
  /** How many partitions may be handled at the same time; records of one partition never are. One by default. */
  readonly concurrency?: number
  /** How many records are handed over at once, at most: {@link PIECE_SIZE} by default. */
  readonly pieceSize?: number
  /**
   * @param later takes what goes on after the handler has returned: the piece, and those after it, are not committed
   *   before. It tries again by itself; when it fails, nothing of the partition is committed any more.
   */
  handle(records: readonly EventRecord<T>[], later: (rest: Promise<void>) => void): Promise<void>
  /**
   * Hears of what became a dead letter, after the piece was handled. Not of what a record with the same key that could
   * be read follows in the batch: so it is the last word about its key.
   * Called again with the same until it succeeds, as `handle` is.
   */
  unreadable?(letters: readonly Unreadable[]): Promise<void>
  readonly log: Log
}

export interface RunningConsumer extends AsyncDisposable {
  /** Milliseconds since the broker last answered a fetch, or a piece of its answer was done; what readiness looks at. */
  idleMs(): number
  /** Milliseconds that the oldest piece has been at hand, 0 between them: one that fails again and again holds its partition. */
  busyMs(): number
  /** Records between what was handled and the end of the log, as of the last piece of each partition. */
  lag(): number
}

/**
 * At the 60 ms that the worker takes for an event this is six seconds: less than the ten in which a member must come to a
 * rebalance, and in which a worker that does nothing counts as fit. What fails is done again from no further back, and a
 * commit for as many costs nothing beside them.
 */
const PIECE_SIZE = 100
/** Four beats a session: three may be lost. */
const HEARTBEAT_MS = 1_500

/** Starts consuming; resolves once the group was joined. Disposing finishes the batch at hand, commits and leaves. */
export async function startConsumer<T>(options: ConsumerOptions<T>): Promise<RunningConsumer> {
  const watchdog = new ConsumerWatchdog()
  const state: LoopState = { stopping: false, watchdog, lags: new Map(), underway: new Set() }
  const turns = new ConsumerTurns((turn) => open(options, state, turn))
  await turns.next()
  watchdog.heard() // nobody asked how long it was idle before
  const watching = watchdog.watch(turns, options.groupId, options.log)
  return {
    idleMs: () => watchdog.idleMs(),
    busyMs: () => watchdog.busyMs(),
    lag: () => [...state.lags.values()].reduce((sum, lag) => sum + lag, 0),
    async [Symbol.asyncDispose]() {
      watching[Symbol.dispose]()
      state.stopping = true
      // While it still runs, what is under way can be committed.
      while (state.underway.size > 0) await Promise.all(state.underway)
      await turns[Symbol.asyncDispose]()
    },
  }
}

interface LoopState {
  stopping: boolean
  readonly watchdog: ConsumerWatchdog
  readonly lags: Map<string, number>
  /** What pieces left for later, until it is committed or will not be. */
  readonly underway: Set<Promise<void>>
}

/** What a turn reads with. */
interface Reading<T> {
  readonly consumer: Consumer
  readonly options: ConsumerOptions<T>
  readonly state: LoopState
  readonly turn: Turn
  readonly atHand: Set<PieceAtHand>
  readonly queueOf: (partition: string) => CommitQueue
  /** How often the group was joined. */
  readonly joins: () => number
}

async function open<T>(options: ConsumerOptions<T>, state: LoopState, turn: Turn): Promise<void> {
  const made = options.kafka.consumer({
    groupId: options.groupId,
    // A killed member holds its partitions for one session: 6 s is the least that brokers allow by default.
    sessionTimeout: 6_000,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: 10_000,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
    retry: { retries: 30, restartOnFailure: async () => !turn.over },
  })
  const consumer = turn.take(made)
  consumer.on(consumer.events.FETCH, () => {
    if (!turn.over) state.watchdog.heard()
  })
  const atHand = state.watchdog.begin()
  let joins = 0
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      joins += 1
      if (!turn.over) state.lags.clear() // partitions that went to somebody else would stay as they were
      resolve()
    })
  })
  await consumer.connect()
  await consumer.subscribe({ topics: Object.keys(options.readers), fromBeginning: options.from === 'earliest' })
  const queues = new Map<string, CommitQueue>()
  const queueOf = (partition: string): CommitQueue => {
    const queue = queues.get(partition) ?? new CommitQueue()
    queues.set(partition, queue)
    return queue
  }
  const reading = { consumer, options, state, turn, atHand, queueOf, joins: () => joins }
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: options.concurrency ?? 1,
    eachBatch: (payload) => consumeBatch(reading, payload),
  })
  await joined
  if (!turn.over) state.watchdog.opened()
}

/** Piece after piece, as long as the partition is ours; whoever reads it next goes on after the last that was committed. */
async function consumeBatch<T>(reading: Reading<T>, payload: EachBatchPayload): Promise<void> {
  const { options, state, turn } = reading
  const { batch, isRunning, isStale } = payload
  const reader = options.readers[batch.topic]
  if (reader === undefined) return
  const raw = batch.messages.map(({ offset, key, value }) => ({
    ...{ topic: batch.topic, partition: batch.partition },
    ...{ offset, key, value },
  }))
  // Whoever has the partition after another joining reads it from the last commit on.
  const joinedAs = reading.joins()
  const ours = () => reading.joins() === joinedAs && !turn.over
  const alive = () => isRunning() && !isStale() && ours() && !state.stopping
  for (const piece of cutIntoPieces(raw, reader, options.pieceSize ?? PIECE_SIZE)) {
    if (!(await consumePiece(reading, payload, piece, alive))) return
  }
}

/** @returns whether it was handled; what it left for later may go on */
async function consumePiece<T>(
  reading: Reading<T>,
  payload: EachBatchPayload,
  piece: Piece<T>,
  alive: () => boolean,
): Promise<boolean> {
  const { state, turn, atHand } = reading
  const one = state.watchdog.piece()
  atHand.add(one)
  let later = Promise.resolve()
  try {
    const rest = await handlePiece(reading.options, payload, piece, alive)
    if (rest === null) return false
    one.handled = true
    if (!turn.over) state.watchdog.heard()
    payload.resolveOffset(piece.lastOffset)
    later = (await commitPiece(reading, payload, piece.lastOffset, rest)).later
    if (state.stopping) await later
    await payload.heartbeat()
    return true
  } finally {
    void later.then(() => atHand.delete(one))
  }
}

/** Tries until it works. @returns what goes on afterwards; null when the partition was somebody else's before it worked */
async function handlePiece<T>(
  options: ConsumerOptions<T>,
  { heartbeat }: EachBatchPayload,
  { records, unreadable, lastWords }: Piece<T>,
  alive: () => boolean,
): Promise<readonly Promise<void>[] | null> {
  let rest: Promise<void>[] = []
  const handleAll = async () => {
    rest = []
    if (records.length > 0) await options.handle(records, (more) => rest.push(more))
    if (lastWords.length > 0) await options.unreadable?.(lastWords)
  }
  // A piece may take longer than a session lasts; without beats the partition would go to another member meanwhile.
  const beats = setInterval(() => void heartbeat().catch(() => {}), HEARTBEAT_MS)
  try {
    const lettersSent = await untilDone(alive, options.log, () =>
      sendDeadLetters(options.producer, unreadable, options.deadLettered),
    )
    const handled = lettersSent && (await untilDone(alive, options.log, handleAll))
    if (!handled) return null // whoever reads this partition next does it again
  } finally {
    clearInterval(beats)
  }
  for (const { record, reason } of unreadable) {
    options.log.warn({ topic: record.topic, offset: record.offset, reason }, 'record put aside as a dead letter')
  }
  return rest
}

/** Commits up to a piece's end, at once if nothing has to be waited for. @returns what goes on until it is: never fails */
async function commitPiece<T>(
  { consumer, options, state, queueOf }: Reading<T>,
  { batch, isRunning, commitOffsetsIfNecessary }: EachBatchPayload,
  lastOffset: string,
  rest: readonly Promise<void>[],
): Promise<{ later: Promise<void> }> {
  const partition = `${batch.topic}/${batch.partition}`
  const next = (BigInt(lastOffset) + 1n).toString()
  const commit = async () => {
    // A consumer that is stopping commits nothing any more, without a word; its last piece still can.
    if (isRunning()) await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: next }])
    else await commitOffsetsIfNecessary(offsetsOf(batch.topic, batch.partition, next))
    state.lags.set(partition, Math.max(0, Number(BigInt(batch.highWatermark) - BigInt(next))))
  }
  const queue = queueOf(partition)
  if (rest.length === 0 && queue.idle) {
    await commit()
    return { later: Promise.resolve() }
  }
  const later = commitLater(options.log, queue, rest, commit)
  state.underway.add(later)
  void later.then(() => state.underway.delete(later))
  return { later }
}

/** Commits a piece when what it left for later is done, and those before it are. Never fails: the next commit stands for it. */
async function commitLater(
  log: Log,
  queue: CommitQueue,
  rest: readonly Promise<void>[],
  commit: () => Promise<void>,
): Promise<void> {
  const done = Promise.all(rest).then(
    () => true,
    (error) => {
      log.warn({ err: error }, 'what a piece left for later was not done; whoever reads it next does it again')
      return false
    },
  )
  try {
    await queue.add(done, commit)
  } catch (error) {
    log.warn({ err: error }, 'a commit failed')
  }
}

const offsetsOf = (topic: string, partition: number, offset: string) => ({
  topics: [{ topic, partitions: [{ partition, offset }] }],
})
