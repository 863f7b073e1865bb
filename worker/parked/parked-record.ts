import { z } from 'zod'
import { OrderEvent, ShowUpdatedEvent } from '#contracts/core-event.ts'
import type { RawRecord } from '#platform/dead-letters.ts'

/** What can wait: it concerns one reseller at a time, and core is asked about it as that reseller. */
export const TellableEvent = z.discriminatedUnion('type', [OrderEvent, ShowUpdatedEvent])
export type TellableEvent = z.infer<typeof TellableEvent>

/** An event with where it stood, so that it can still become a dead letter. */
export const ParkedRecord = z.object({
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  key: z.string().nullable(),
  event: TellableEvent,
})
export type ParkedRecord = z.infer<typeof ParkedRecord>

/** As a dead letter shows it. */
export function asRaw({
  topic,
  partition,
  offset,
  key,
  event,
}: Omit<ParkedRecord, 'event'> & { event: object }): RawRecord {
  const value = Buffer.from(JSON.stringify(event))
  return { topic, partition, offset, key: key === null ? null : Buffer.from(key), value }
}
