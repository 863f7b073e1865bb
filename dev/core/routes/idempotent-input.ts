import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { readInput } from '../../stand-in/http-app.ts'
import { isRefusal, type Outcome } from '../../stand-in/outcome.ts'
import { IdempotencyKey } from '../sales/idempotency.ts'

/** The body of a request that must carry an `Idempotency-Key`, and that key. */
export function readIdempotent<T extends z.ZodType>(
  schema: T,
  request: FastifyRequest,
): Outcome<{ key: string; body: z.infer<T> }> {
  const key = IdempotencyKey.safeParse(request.headers['idempotency-key'])
  if (!key.success) {
    const message = key.error.issues[0]?.message ?? 'is not valid'
    return { refused: 'core/invalid-request', fields: [{ path: 'Idempotency-Key', message }] }
  }
  const body = readInput(schema, request.body)
  return isRefusal(body) ? body : { value: { key: key.data, body: body.value } }
}
