import type { FastifyInstance } from 'fastify'
import { OrderQuery, OrderRequest } from '#contracts/order.ts'
import { answer, readInput } from '../../stand-in/http-app.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { createOrder } from '../sales/order.ts'
import { findOrder, listOrders, listTickets } from '../sales/order-list.ts'
import { readIdempotent } from './idempotent-input.ts'

export function orderRoutes(app: FastifyInstance, core: Core): void {
  app.post('/v1/orders', async (request, reply) => {
    const input = readIdempotent(OrderRequest, request)
    if (isRefusal(input)) return answer(reply, input)
    return answer(reply, await createOrder(core, request.resellerId, input.value.key, input.value.body), 201)
  })

  app.get('/v1/orders', async (request, reply) => {
    const query = readInput(OrderQuery, request.query)
    if (isRefusal(query)) return answer(reply, query)
    const { customerRef, cursor } = query.value
    return answer(reply, await listOrders(core, request.resellerId, customerRef, cursor))
  })

  app.get<{ Params: { id: string } }>('/v1/orders/:id', async (request, reply) =>
    answer(reply, await findOrder(core, request.resellerId, request.params.id)),
  )

  app.get<{ Params: { id: string } }>('/v1/orders/:id/tickets', async (request, reply) =>
    answer(reply, await listTickets(core, request.resellerId, request.params.id)),
  )
}
