import type { FastifyInstance } from 'fastify'
import { HoldRequest } from '#contracts/hold.ts'
import { answer } from '../../stand-in/http-app.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { releaseHold } from '../sales/end-hold.ts'
import { createHold, extendHold } from '../sales/hold.ts'
import { readIdempotent } from './idempotent-input.ts'

export function holdRoutes(app: FastifyInstance, core: Core): void {
  app.post('/v1/holds', async (request, reply) => {
    const input = readIdempotent(HoldRequest, request)
    if (isRefusal(input)) return answer(reply, input)
    return answer(reply, await createHold(core, request.resellerId, input.value.key, input.value.body), 201)
  })

  app.post<{ Params: { id: string } }>('/v1/holds/:id/extend', async (request, reply) =>
    answer(reply, await extendHold(core, request.resellerId, request.params.id)),
  )

  app.delete<{ Params: { id: string } }>('/v1/holds/:id', async (request, reply) =>
    answer(reply, await releaseHold(core, request.resellerId, request.params.id), 204),
  )
}
