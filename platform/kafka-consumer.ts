import type { Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { CommitQueue } from './commit-queue.ts'
import { ConsumerTurns, type Turn } from './consumer-turns.ts'
import { type DeadLettered, type RawRecord, sendDeadLetters } from './dead-letters.ts'
import { decodeEvent, type EventReader, type EventRecord } from './kafka-record.ts'
import type { Log } from './log.ts'
import { untilDone } from './until-done.ts'

/*
 * One consumer group that reads batches in order and commits what was handled.
 *
 * For each batch: decode → what cannot be read goes to `<topic>.dead` → `handle` gets the rest, in order → commit.
 * `handle` must be idempotent: it is called again with the same records until it succeeds, and once more after a crash
 * between its success and the commit. What it leaves under way for later is committed later; the partition's next batch
 * is read meanwhile. kafkajs fetches nothing at all from a broker while a batch from it is being handled, so a handler
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
  /**
   * @param later takes what goes on after the handler has returned: the batch, and those after it, are not committed
   *   before. It tries again by itself; when it fails, nothing of the partition is committed any more.
   */
  handle(records: readonly EventRecord<T>[], later: (rest: Promise<void>) => void): Promise<void>
  /**
   * Hears of what became a dead letter, after the batch was handled. Not of what a record with the same key that could
   * be read follows in the batch: so it is the last word about its key.
   * Called again with the same until it succeeds, as `handle` is.
   */
  unreadable?(letters: readonly Unreadable[]): Promise<void>
  readonly log: Log
}

/** A record that is no event of the reader's, and why. */
export interface Unreadable {
  readonly record: RawRecord
  readonly reason: string
}

export interface RunningConsumer extends AsyncDisposable {
  /** Milliseconds since the broker last answered a fetch; what readiness and the watchdog look at. */
  idleMs(): number
  /** Milliseconds that the oldest batch has been at hand, 0 between batches: one that fails again and again holds its partition. */
  busyMs(): number
  /** Records between what was handled and the end of the log, as of the last batch of each partition. */
  lag(): number
}

/** kafkajs can stop consuming while the process lives; after this long without a fetch the consumer is built anew. */
const WATCHDOG_MS = 30_000
/** Four beats a session: three may be lost. */
const HEARTBEAT_MS = 1_500

/** Starts consuming; resolves once the group was joined. Disposing finishes the batch at hand, commits and leaves. */
export async function startConsumer<T>(options: ConsumerOptions<T>): Promise<RunningConsumer> {
  const state: LoopState = {
    ...{ stopping: false, fetchedAt: 0, openedAt: 0, lags: new Map() },
    ...{ underway: new Set(), atHand: new Set() },
  }
  const turns = new ConsumerTurns((turn) => open(options, state, turn))
  await turns.next()
  state.fetchedAt = Date.now() // nobody asked how long it was idle before
  const watchdog = setInterval(() => {
    if (turns.changing || Date.now() - Math.max(state.fetchedAt, state.openedAt) < WATCHDOG_MS) return
    options.log.error({ groupId: options.groupId }, 'no fetch for 30 s, starting the consumer anew')
    state.openedAt = Date.now()
    turns.next().catch((error) => {
      options.log.error({ err: error }, 'the consumer did not start; the watchdog tries again')
    })
  }, 5_000)
  return {
    idleMs: () => Date.now() - state.fetchedAt,
    busyMs: () => {
      const [oldest] = state.atHand
      return oldest === undefined ? 0 : Date.now() - oldest.since
    },
    lag: () => [...state.lags.values()].reduce((sum, lag) => sum + lag, 0),
    async [Symbol.asyncDispose]() {
      clearInterval(watchdog)
      state.stopping = true
      // While it still runs, what is under way can be committed.
      while (state.underway.size > 0) await Promise.all(state.underway)
      await turns[Symbol.asyncDispose]()
    },
  }
}

interface LoopState {
  stopping: boolean
  /** When the broker last answered a fetch. */
  fetchedAt: number
  /** When a consumer was last opened: its first fetch has as long as any other. */
  openedAt: number
  readonly lags: Map<string, number>
  /** What batches left for later, until it is committed or will not be. */
  readonly underway: Set<Promise<void>>
  /** Batches of this turn that are not committed yet, oldest first. */
  atHand: Set<{ readonly since: number }>
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
    if (!turn.over) state.fetchedAt = Date.now()
  })
  const atHand: LoopState['atHand'] = new Set()
  state.atHand = atHand
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
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
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: options.concurrency ?? 1,
    eachBatch: async (payload) => {
      const one = { since: Date.now() }
      atHand.add(one)
      const { later } = await consumeBatch(consumer, options, state, turn, queueOf, payload).catch((error) => {
        atHand.delete(one)
        throw error
      })
      void later.then(() => atHand.delete(one))
    },
  })
  await joined
  if (!turn.over) state.openedAt = Date.now()
}

/** @returns what goes on after the batch was handled: never fails */
async function consumeBatch<T>(
  consumer: Consumer,
  options: ConsumerOptions<T>,
  state: LoopState,
  turn: Turn,
  queueOf: (partition: string) => CommitQueue,
  payload: EachBatchPayload,
): Promise<{ later: Promise<void> }> {
  const { batch, heartbeat, isRunning, isStale } = payload
  const last = batch.messages.at(-1)
  const reader = options.readers[batch.topic]
  if (last === undefined || reader === undefined) return { later: Promise.resolve() }
  const raw = batch.messages.map((message) => ({
    topic: batch.topic,
    partition: batch.partition,
    offset: message.offset,
    key: message.key,
    value: message.value,
  }))
  const { records, unreadable } = sort(raw, reader)
  const lastWords = notFollowed(unreadable, records)
  const alive = () => isRunning() && !isStale() && !turn.over && !state.stopping
  let rest: Promise<void>[] = []
  const handleAll = async () => {
    rest = []
    if (records.length > 0) await options.handle(records, (more) => rest.push(more))
    if (lastWords.length > 0) await options.unreadable?.(lastWords)
  }
  // A batch may take longer than a session lasts; without beats the partition would go to another member meanwhile.
  const beats = setInterval(() => void heartbeat().catch(() => {}), HEARTBEAT_MS)
  try {
    const lettersSent = await untilDone(alive, options.log, () =>
      sendDeadLetters(options.producer, unreadable, options.deadLettered),
    )
    const handled = lettersSent && (await untilDone(alive, options.log, handleAll))
    if (!handled) return { later: Promise.resolve() } // whoever reads this partition next does it again
  } finally {
    clearInterval(beats)
  }
  for (const { record, reason } of unreadable) {
    options.log.warn({ topic: record.topic, offset: record.offset, reason }, 'record put aside as a dead letter')
  }
  const partition = `${batch.topic}/${batch.partition}`
  const next = (BigInt(last.offset) + 1n).toString()
  payload.resolveOffset(last.offset)
  const commit = async () => {
    // A consumer that is stopping commits nothing any more, without a word; its last batch still can.
    if (isRunning()) await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: next }])
    else await payload.commitOffsetsIfNecessary(offsetsOf(batch.topic, batch.partition, next))
    state.lags.set(partition, Math.max(0, Number(BigInt(batch.highWatermark) - BigInt(next))))
  }
  const queue = queueOf(partition)
  let later = Promise.resolve()
  if (rest.length === 0 && queue.idle) await commit()
  else {
    later = commitLater(options.log, queue, rest, commit)
    state.underway.add(later)
    void later.then(() => state.underway.delete(later))
    if (state.stopping) await later
  }
  await heartbeat()
  return { later }
}

/** Commits a batch when what it left for later is done, and those before it are. Never fails: the next commit stands for it. */
async function commitLater(
  log: Log,
  queue: CommitQueue,
  rest: readonly Promise<void>[],
  commit: () => Promise<void>,
): Promise<void> {
  const done = Promise.all(rest).then(
    () => true,
    (error) => {
      log.warn({ err: error }, 'what a batch left for later was not done; whoever reads it next does it again')
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

/** Those after which nothing was said under their key; under no key nothing belongs together. */
function notFollowed<T>(unreadable: readonly Unreadable[], records: readonly EventRecord<T>[]): Unreadable[] {
  const lastRead = new Map(records.map(({ key, offset }) => [key, BigInt(offset)]))
  return unreadable.filter(({ record: { key, offset } }) => {
    const last = key === null ? undefined : lastRead.get(Buffer.from(key).toString('utf8'))
    return last === undefined || last < BigInt(offset)
  })
}

/** Separates what can be read from what cannot; records of an unknown type are in neither. */
function sort<T>(raw: readonly RawRecord[], reader: EventReader<T>) {
  const records: EventRecord<T>[] = []
  const unreadable: Unreadable[] = []
  for (const record of raw) {
    const decoded = decodeEvent(record.value, reader)
    if ('event' in decoded) {
      const { topic, partition, offset, key } = record
      records.push({ topic, partition, offset, key: key && Buffer.from(key).toString('utf8'), event: decoded.event })
    } else if ('unreadable' in decoded) unreadable.push({ record, reason: decoded.unreadable })
  }
  return { records, unreadable }
}
