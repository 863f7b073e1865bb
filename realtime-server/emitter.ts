import { randomUUID } from 'node:crypto'
import type { Message, Producer } from 'kafkajs'
import { PublishedMessage } from '#contracts/delivery.ts'
import type { MessageData, MessageEvent } from '#contracts/message.ts'
import type { PrivateName, Stream } from '#contracts/stream.ts'
import { type BroadcastEvent, type ConnectionEvent, type Target, targetName } from '#contracts/target.ts'
import { TOPICS } from '#contracts/topics.ts'

/** A message's own fields: `stream` and `at` are added on the way. */
export type MessageFields<E extends MessageEvent> = Omit<MessageData<E>, 'stream' | 'at'>

/** One of these events with its fields, for one of these targets; `id` as for {@link Emitter}. */
type PublicationTo<T extends Target, E extends MessageEvent> = {
  [K in E]: {
    readonly target: T
    readonly event: K
    readonly fields: MessageFields<K>
    readonly id?: string | undefined
  }
}[E]

/** A message in a batch. A person's own is on a stream of kind `private`. */
export type Publication =
  | PublicationTo<Stream, MessageEvent>
  | PublicationTo<Extract<Target, { kind: 'connection' }>, ConnectionEvent>
  | PublicationTo<Extract<Target, { kind: 'broadcast' }>, BroadcastEvent>

/**
 * Publish-only access to the realtime tier, for any service with a Kafka producer. Needs no server and no Redis.
 *
 * Every call resolves when Kafka has the message. Its last argument makes it idempotent: the same id is delivered once
 * to a target, however often it is published. It is random when left out.
 *
 * @throws TypeError when the target or the fields are not what the contract says, naming the field
 */
export interface Emitter {
  /** Publishes on a stream. */
  toStream<E extends MessageEvent>(stream: Stream, event: E, fields: MessageFields<E>, id?: string): Promise<void>
  /** Publishes to one person at one reseller, on all connections that follow this private stream of theirs. */
  toUser<E extends MessageEvent>(
    user: { resellerId: string; customerRef: string },
    name: PrivateName,
    event: E,
    fields: MessageFields<E>,
    id?: string,
  ): Promise<void>
  /**
   * Tells one open connection, whichever node holds it. Whoever has gone misses it: what must not be missed belongs on
   * a stream.
   * @param connection its id, as its `ready` told it
   */
  toConnection<E extends ConnectionEvent>(
    connection: string,
    event: E,
    fields: MessageFields<E>,
    id?: string,
  ): Promise<void>
  /** Tells every open connection at every reseller. Whoever comes later misses it. */
  broadcast<E extends BroadcastEvent>(event: E, fields: MessageFields<E>, id?: string): Promise<void>
  /**
   * Publishes many messages at once, those for one target in their order. All are checked before any is sent; give them
   * ids, so that after a failure of Kafka the whole batch can be published again.
   * @throws TypeError naming the index and the field; RangeError beyond {@link BATCH_LIMIT} or {@link BATCH_LIMIT_BYTES}
   */
  batch(messages: readonly Publication[]): Promise<void>
}

/** Messages in a batch. Checking so many takes some ten milliseconds, in which nothing else of the caller's runs. */
export const BATCH_LIMIT = 1_000

/** Bytes of a batch: below the 1,048,588 that Kafka takes for one partition, should all have the same target. */
export const BATCH_LIMIT_BYTES = 1_000_000

/** What Kafka adds to each record at most, as reckoned in platform/kafka-parts.ts, which this file may not need. */
const RECORD_BYTES = 36

/** @param producer connected, and the caller's to disconnect */
export function createEmitter(producer: Pick<Producer, 'send'>, topic: string = TOPICS.realtimeMessages.name): Emitter {
  const send = async (messages: Message[]): Promise<void> => {
    await producer.send({ topic, acks: -1, messages })
  }
  const emitter: Emitter = {
    toStream: async (stream, event, fields, id) => send([recordOf(stream, event, fields, id)]),
    toUser: ({ resellerId, customerRef }, name, event, fields, id) =>
      emitter.toStream({ kind: 'private', resellerId, customerRef, name }, event, fields, id),
    toConnection: async (connection, event, fields, id) =>
      send([recordOf({ kind: 'connection', connection }, event, fields, id)]),
    broadcast: async (event, fields, id) => send([recordOf({ kind: 'broadcast' }, event, fields, id)]),
    async batch(messages) {
      if (messages.length === 0) return
      if (messages.length > BATCH_LIMIT) {
        throw new RangeError(`${messages.length} messages are more than the ${BATCH_LIMIT} of a batch`)
      }
      const records = messages.map(({ target, event, fields, id }, i) =>
        recordOf(target, event, fields, id, `message ${i}: `),
      )
      const bytes = records.reduce((sum, record) => sum + bytesOf(record), 0)
      if (bytes > BATCH_LIMIT_BYTES) {
        throw new RangeError(`${bytes} bytes are more than the ${BATCH_LIMIT_BYTES} of a batch`)
      }
      await send(records)
    },
  }
  return emitter
}

/** A message by the dispatcher's own schema: what passes here is not put aside there, where nobody would hear of it. */
function recordOf(target: Target, type: MessageEvent, fields: object, id: string = randomUUID(), name = '') {
  const key = targetName(target)
  const message: PublishedMessage = { id, type, at: new Date().toISOString(), target: key, data: { ...fields } }
  const fault = PublishedMessage.safeParse(message).error?.issues[0]
  if (fault !== undefined) {
    const field = fault.path.filter((part, i, path) => i > 0 || part !== 'data' || path.length === 1).join('.')
    throw new TypeError(`${name}${type}: ${field} ${fault.message}`)
  }
  return { key, value: JSON.stringify(message) }
}

const bytesOf = ({ key, value }: { key: string; value: string }): number =>
  Buffer.byteLength(key) + Buffer.byteLength(value) + RECORD_BYTES
