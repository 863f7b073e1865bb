import { randomUUID } from 'node:crypto'
import type { Producer } from 'kafkajs'
import type { DeadLetter } from '#contracts/dead-letter.ts'
import { deadLetterTopic } from '#contracts/topics.ts'

/** Where a record stood, and its bytes as they were. */
export interface RawRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: string
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
}

const REASON_LIMIT = 2_000 // the contract's bound; a reason is for a person to read

/** Puts records that cannot be used on `<topic>.dead`, with the reason. Resolves when the broker has them on all replicas. */
export async function sendDeadLetters(
  producer: Producer,
  letters: readonly { record: RawRecord; reason: string }[],
): Promise<void> {
  if (letters.length === 0) return
  const topicMessages = letters.map(({ record, reason }) => ({
    topic: deadLetterTopic(record.topic),
    messages: [{ key: record.key && Buffer.from(record.key), value: JSON.stringify(deadLetter(record, reason)) }],
  }))
  await producer.sendBatch({ acks: -1, topicMessages })
}

/** The letter itself; bytes that are not UTF-8 travel as base64. */
export function deadLetter(record: RawRecord, reason: string): DeadLetter {
  const text = asUtf8(record.value)
  return {
    id: randomUUID(),
    type: 'dead-letter',
    at: new Date().toISOString(),
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    reason: reason.slice(0, REASON_LIMIT),
    key: asUtf8(record.key),
    value: text ?? (record.value && Buffer.from(record.value).toString('base64')),
    encoding: text === null && record.value !== null ? 'base64' : 'utf8',
  }
}

function asUtf8(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
