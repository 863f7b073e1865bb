import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { answer, readInput } from '../stand-in/http-app.ts'
import type { Sender } from '../stand-in/outbox-relay.ts'
import { isRefusal } from '../stand-in/outcome.ts'

/**
 * `POST /dev/emit`: a record as a test wants it, straight to the topic: broken text, bytes that are no text, no value
 * at all, an old or doubled event. Exactly one of `event`, `text` and `base64`; none of them is a record without a value.
 */
const EmitRequest = z
  .object({
    key: z.string().max(200).nullable().default(null),
    event: z.unknown().optional(),
    text: z.string().optional(),
    base64: z.base64().optional(),
  })
  .strict()

export function devRoutes(app: FastifyInstance, sender: Sender, topic: string): void {
  app.post('/dev/emit', async (request, reply) => {
    const input = readInput(EmitRequest, request.body, 'reseller-service')
    if (isRefusal(input)) return answer(reply, input)
    const messages = [{ key: input.value.key, value: bytesOf(input.value) }]
    await sender.sendBatch({ acks: -1, topicMessages: [{ topic, messages }] })
    return reply.code(202).send({})
  })
}

function bytesOf({ event, text, base64 }: z.infer<typeof EmitRequest>): Buffer | null {
  if (event !== undefined) return Buffer.from(JSON.stringify(event))
  if (text !== undefined) return Buffer.from(text)
  return base64 === undefined ? null : Buffer.from(base64, 'base64')
}
