import { firstOwned } from '#lib/customer/first-owned.ts'
import { handle, json } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { listTickets } from '#lib/orders/orders.ts'

export const GET = handle({ customer: 'known', params: IdParams }, async ({ site, customerRefs, params }) => {
  const items = await firstOwned(customerRefs, (ref) => listTickets(site, ref, params.id))
  return items ? json({ items }) : problemResponse('storefront/not-found')
})
