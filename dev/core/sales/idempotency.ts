import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../../stand-in/database.ts'
import { isRefusal, type Outcome } from '../../stand-in/outcome.ts'

/** The `Idempotency-Key` header: any printable ASCII, as long as a UUID three times over at most. */
export const IdempotencyKey = z
  .string({ error: 'is needed' })
  .regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 printable characters without spaces')

export interface Request {
  readonly resellerId: string
  readonly operation: 'hold' | 'order'
  readonly key: string
  readonly body: unknown
}

/**
 * Does `work` once per key, in the caller's transaction. Whoever comes second waits for the first to commit and gets the
 * same outcome, refusals included; the same key with another body is refused.
 */
export async function once<T>(
  client: Database,
  request: Request,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const hash = hashOf(request.body)
  const id = [request.resellerId, request.operation, request.key]
  const { rowCount } = await client.query(
    `INSERT INTO idempotency (reseller_id, operation, key, request_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [...id, hash],
  )
  if (rowCount === 0) return recall<T>(client, id, hash)
  // What a refused attempt changed is undone; that it was refused is not.
  await client.query('SAVEPOINT attempt')
  const outcome = await work()
  if (isRefusal(outcome)) await client.query('ROLLBACK TO SAVEPOINT attempt')
  await client.query('UPDATE idempotency SET outcome = $4 WHERE reseller_id = $1 AND operation = $2 AND key = $3', [
    ...id,
    JSON.stringify(outcome),
  ])
  return outcome
}

async function recall<T>(client: Database, id: readonly string[], hash: string): Promise<Outcome<T>> {
  const { rows } = await client.query<{ request_hash: string; outcome: Outcome<T> }>(
    'SELECT request_hash, outcome FROM idempotency WHERE reseller_id = $1 AND operation = $2 AND key = $3',
    [...id],
  )
  const first = rows[0]
  if (first === undefined) throw new Error('an idempotency key disappeared while it was used')
  return first.request_hash === hash ? first.outcome : { refused: 'core/idempotency-conflict' }
}

/** Equal for equal requests: the body was parsed by its schema, so its fields come in the schema's order. */
const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('base64url')

/** Keys are forgotten after a day: no client retries for that long. */
export async function forgetOldKeys(client: Database): Promise<void> {
  await client.query(`DELETE FROM idempotency WHERE created_at < clock_timestamp() - interval '24 hours'`)
}
