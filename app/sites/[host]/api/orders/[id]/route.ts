import { firstOwned } from '#lib/customer/first-owned.ts'
import { handle, json } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { findOrder } from '#lib/orders/orders.ts'

export const GET = handle({ customer: 'known', params: IdParams }, async ({ site, customerRefs, params }) => {
  const order = await firstOwned(customerRefs, (ref) => findOrder(site, ref, params.id))
  return order ? json(order) : problemResponse('storefront/not-found')
})
