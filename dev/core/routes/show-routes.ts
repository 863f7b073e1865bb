import type { FastifyInstance } from 'fastify'
import { ShowDaysQuery, ShowQuery } from '#contracts/show.ts'
import { answer, readInput } from '../../stand-in/http-app.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { findAvailability } from '../shows/availability.ts'
import { findShow, listShowDays, listShows } from '../shows/show.ts'

export function showRoutes(app: FastifyInstance, core: Core): void {
  app.get('/v1/shows', async (request, reply) => {
    const query = readInput(ShowQuery, request.query)
    if (isRefusal(query)) return answer(reply, query)
    return answer(reply, await listShows(core, request.resellerId, query.value))
  })

  app.get('/v1/show-days', async (request, reply) => {
    const query = readInput(ShowDaysQuery, request.query)
    if (isRefusal(query)) return answer(reply, query)
    return answer(reply, await listShowDays(core, request.resellerId, query.value))
  })

  app.get<{ Params: { id: string } }>('/v1/shows/:id', async (request, reply) =>
    answer(reply, await findShow(core, request.resellerId, request.params.id)),
  )

  app.get<{ Params: { id: string } }>('/v1/shows/:id/availability', async (request, reply) =>
    answer(reply, await findAvailability(core, request.resellerId, request.params.id)),
  )
}
