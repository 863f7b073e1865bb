import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { payAtBank } from '../sales/bank.ts'

/** The bank's own page, to which a payment may send a buyer. */
export function bankRoutes(app: FastifyInstance, core: Core): void {
  app.get('/bank/:id', async (_request, reply) =>
    reply.type('text/html').send(page('<form method="post" enctype="text/plain"><button>Pay</button></form>')),
  )

  app.post<{ Params: { id: string } }>('/bank/:id', async (request, reply) => {
    const paid = await payAtBank(core, request.params.id)
    const words = paid ? 'Paid. You may go back to the shop.' : 'There is nothing to pay here any more.'
    return reply.type('text/html').send(page(`<p role="status">${words}</p>`))
  })
}

const page = (content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Bank</title><h1>The bank</h1>${content}</html>`
