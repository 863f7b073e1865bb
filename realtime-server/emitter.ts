import { randomUUID } from 'node:crypto'
import type { Producer } from 'kafkajs'
import { DATA_CHARACTERS, type PublishedMessage } from '#contracts/delivery.ts'
import type { MessageData, MessageEvent } from '#contracts/message.ts'
import { MESSAGES } from '#contracts/message.ts'
import { type PrivateName, type Stream, streamName } from '#contracts/stream.ts'
import { TOPICS } from '#contracts/topics.ts'

/** A message's own fields: `stream` and `at` are added on the way. */
export type MessageFields<E extends MessageEvent> = Omit<MessageData<E>, 'stream' | 'at'>

/** Publish-only access to the realtime tier, for any service with a Kafka producer. Needs no server and no Redis. */
export interface Emitter {
  /**
   * Publishes on a stream. Resolves when Kafka has the message.
   * @param id makes it idempotent: the same id is delivered once, however often it is published. Random when left out.
   * @throws TypeError when the fields are not what the contract says of the event, or too large for a message
   */
  toStream<E extends MessageEvent>(stream: Stream, event: E, fields: MessageFields<E>, id?: string): Promise<void>
  /** Publishes to one person at one reseller, on all connections that follow this private stream of theirs. */
  toUser<E extends MessageEvent>(
    user: { resellerId: string; customerRef: string },
    name: PrivateName,
    event: E,
    fields: MessageFields<E>,
    id?: string,
  ): Promise<void>
}

/** @param producer connected, and the caller's to disconnect */
export function createEmitter(producer: Pick<Producer, 'send'>, topic: string = TOPICS.realtimeMessages.name): Emitter {
  const emitter: Emitter = {
    async toStream(stream, event, fields, id = randomUUID()) {
      const target = streamName(stream)
      const value = JSON.stringify(publishedMessage(id, event, target, fields))
      await producer.send({ topic, acks: -1, messages: [{ key: target, value }] })
    },
    toUser: ({ resellerId, customerRef }, name, event, fields, id) =>
      emitter.toStream({ kind: 'private', resellerId, customerRef, name }, event, fields, id),
  }
  return emitter
}

function publishedMessage(id: string, type: MessageEvent, target: string, data: object): PublishedMessage {
  const at = new Date().toISOString()
  const checked = MESSAGES[type].safeParse({ ...data, at, stream: target })
  if (!checked.success) {
    const fault = checked.error.issues[0]
    throw new TypeError(`${type}: ${fault?.path.join('.')} ${fault?.message}`)
  }
  // What the contract does not name is passed on, and counts.
  if (JSON.stringify({ ...data, at, stream: target }).length > DATA_CHARACTERS) {
    throw new TypeError(`${type}: is more than ${DATA_CHARACTERS} characters`)
  }
  return { id, type, at, target, data: { ...data } }
}
