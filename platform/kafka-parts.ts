import type { Message, Producer, TopicMessages } from 'kafkajs'

/*
 * kafkajs makes one record batch per partition of whatever one `sendBatch` is given, and never splits it. A broker
 * refuses a batch above its `max.message.bytes` for good, so a backlog that is sent whole is never sent at all.
 */

/** A message and the topic it is for. */
export interface TopicMessage extends Message {
  readonly topic: string
}

/** One batch: half of what a broker takes (`max.message.bytes`, 1,048,588), since sizes are reckoned, not measured. */
const BATCH_BYTES = 500_000

/** All batches of one request: a third of what a broker takes (`socket.request.max.bytes`, 104,857,600). */
const REQUEST_BYTES = 32_000_000

/** The most that Kafka's record format adds to key and value: five lengths and deltas of at most 5 bytes, one of 10, and a byte. */
const RECORD_BYTES = 36

/**
 * Messages in parts that a broker takes, in order. A message without a partition may go to any, so all of those of a
 * topic are reckoned as one batch. One that is too large by itself is in a part of its own.
 */
export function* kafkaParts(messages: Iterable<TopicMessage>): Generator<TopicMessages[]> {
  let part: TopicMessage[] = []
  let partBytes = 0
  let batches = new Map<string, number>()
  for (const message of messages) {
    const bytes = bytesOf(message)
    const batch = `${message.topic}/${message.partition ?? ''}`
    const full = partBytes + bytes > REQUEST_BYTES || (batches.get(batch) ?? 0) + bytes > BATCH_BYTES
    if (full && part.length > 0) {
      yield byTopic(part)
      part = []
      partBytes = 0
      batches = new Map()
    }
    part.push(message)
    partBytes += bytes
    batches.set(batch, (batches.get(batch) ?? 0) + bytes)
  }
  if (part.length > 0) yield byTopic(part)
}

/** Sends messages part by part, in order. When it fails, a beginning of them may have been sent. */
export async function sendInParts(
  producer: Pick<Producer, 'sendBatch'>,
  acks: number,
  messages: Iterable<TopicMessage>,
): Promise<void> {
  for (const topicMessages of kafkaParts(messages)) await producer.sendBatch({ acks, topicMessages })
}

const bytesOf = ({ key, value }: Message): number => lengthOf(key) + lengthOf(value) + RECORD_BYTES

const lengthOf = (text: string | Buffer | null | undefined): number => (text ? Buffer.byteLength(text) : 0)

/** Grouped by topic, the order kept within each. */
function byTopic(part: readonly TopicMessage[]): TopicMessages[] {
  const groups = Map.groupBy(part, ({ topic }) => topic)
  return [...groups].map(([topic, messages]) => ({
    topic,
    messages: messages.map(({ topic: _, ...message }) => message),
  }))
}
