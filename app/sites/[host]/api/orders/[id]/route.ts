import { LinkQuery } from '#contracts/storefront.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { findOrder } from '#lib/orders/orders.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle(
  { customer: 'maybe', params: IdParams, query: LinkQuery },
  async ({ site, storefront, customerRefs, params, query }) => {
    const order = await findOrder(site, { customerRefs, ...query }, params.id, storefront)
    return order ? json(order) : problemResponse('storefront/not-found')
  },
)
