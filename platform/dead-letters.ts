import { randomUUID } from 'node:crypto'
import type { Producer } from 'kafkajs'
import type { DeadLetter } from '#contracts/dead-letter.ts'
import { deadLetterTopic } from '#contracts/topics.ts'
import { sendInParts } from './kafka-parts.ts'

/** Where a record stood, and its bytes as they were. */
export interface RawRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: string
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
}

const REASON_LIMIT = 2_000 // the contract's bound; a reason is for a person to read

/** A broker takes 1,048,588 bytes with their envelope. */
const LETTER_BYTES = 1_000_000

/**
 * What is kept of a value when its letter would be larger: enough to see what it was, and in JSON at most six times as
 * much (control characters become `\u0000`), so that it always fits.
 */
const KEPT_VALUE_BYTES = 100_000

/** A key is in the letter and on it. Ours have at most 200 characters; of others this is enough to find them by. */
const KEPT_KEY_BYTES = 10_000

/** Is told of each record that was put aside, by its topic. */
export type DeadLettered = (topic: string) => void

/**
 * Puts records that cannot be used on `<topic>.dead`, with the reason. Resolves when the broker has them on all replicas;
 * what comes back after a failure is sent again, so a letter may be there twice.
 */
export async function sendDeadLetters(
  producer: Pick<Producer, 'sendBatch'>,
  letters: readonly { record: RawRecord; reason: string }[],
  counted: DeadLettered = () => {},
): Promise<void> {
  const messages = letters.map(({ record, reason }) => ({
    topic: deadLetterTopic(record.topic),
    key: record.key && Buffer.from(record.key.subarray(0, KEPT_KEY_BYTES)),
    value: JSON.stringify(deadLetter(record, reason)),
  }))
  await sendInParts(producer, -1, messages)
  for (const { record } of letters) counted(record.topic)
}

/** The letter itself; bytes that are not UTF-8 travel as base64, and of what is too large there is the beginning. */
export function deadLetter(record: RawRecord, reason: string): DeadLetter {
  const letter = letterOf(record, reason, { key: Infinity, value: Infinity })
  if (Buffer.byteLength(JSON.stringify(letter)) <= LETTER_BYTES) return letter
  return letterOf(record, reason, { key: KEPT_KEY_BYTES, value: KEPT_VALUE_BYTES })
}

function letterOf(record: RawRecord, reason: string, kept: { key: number; value: number }): DeadLetter {
  const { topic, partition, offset, key, value } = record
  const text = asUtf8(value, kept.value)
  const cut = {
    ...(key !== null && key.length > kept.key ? { key: key.length } : {}),
    ...(value !== null && value.length > kept.value ? { value: value.length } : {}),
  }
  return {
    id: randomUUID(),
    type: 'dead-letter',
    at: new Date().toISOString(),
    ...{ topic, partition, offset },
    reason: reason.slice(0, REASON_LIMIT),
    key: asUtf8(key, kept.key),
    value: text ?? (value && Buffer.from(value.subarray(0, kept.value)).toString('base64')),
    encoding: text === null && value !== null ? 'base64' : 'utf8',
    ...(Object.keys(cut).length === 0 ? {} : { cut }),
  }
}

/** The first so many bytes as text, without the character that the end may cut in two; null when they are no text. */
function asUtf8(bytes: Uint8Array | null, limit: number): string | null {
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, limit), { stream: limit < bytes.length })
  } catch {
    return null
  }
}
