import type { Database } from './database.ts'

/** The channel that wakes the relay; PostgreSQL delivers it when the transaction commits, and never otherwise. */
export const OUTBOX_CHANNEL = 'outbox'

/** One record to be produced, its value still an object. */
export interface OutboxRecord {
  readonly topic: string
  readonly key: string
  readonly value: unknown
}

/**
 * Adds records to the outbox, in the caller's transaction.
 * Records of one key come out in order if whoever writes for that key holds a lock until commit (a show's row, an order's row).
 */
export async function addToOutbox(client: Database, records: readonly OutboxRecord[]): Promise<void> {
  await client.query(
    `WITH added AS (
       INSERT INTO outbox (topic, key, value)
       SELECT topic, key, value FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS r(topic, key, value, n)
       ORDER BY n RETURNING id
     ) SELECT pg_notify($4, '') FROM added LIMIT 1`,
    [
      records.map((record) => record.topic),
      records.map((record) => record.key),
      records.map((record) => (typeof record.value === 'string' ? record.value : JSON.stringify(record.value))),
      OUTBOX_CHANNEL,
    ],
  )
}
