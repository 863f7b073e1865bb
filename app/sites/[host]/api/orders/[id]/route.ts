import { handle, json } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { findOrder } from '#lib/orders/orders.ts'

export const GET = handle({ customer: 'known', params: IdParams }, async ({ site, customerRef, params }) => {
  const order = await findOrder(site, customerRef, params.id)
  return order ? json(order) : problemResponse('storefront/not-found')
})
