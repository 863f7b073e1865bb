import { LinkQuery } from '#contracts/storefront.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { listTickets } from '#lib/orders/orders.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle(
  { customer: 'maybe', params: IdParams, query: LinkQuery },
  async ({ site, storefront, customerRefs, params, query }) => {
    const items = await listTickets(site, { customerRefs, ...query }, params.id, storefront)
    return items ? json({ items }) : problemResponse('storefront/not-found')
  },
)
