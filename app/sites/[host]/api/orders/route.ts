import { NewOrder } from '#contracts/storefront.ts'
import { handle } from '#lib/http/handle.ts'
import { orderResponse } from '#lib/http/outcome-response.ts'
import { createOrder } from '#lib/orders/orders.ts'

export const POST = handle(
  { customer: 'known', body: NewOrder, idempotent: true },
  async ({ site, customerRef, body }) => orderResponse(await createOrder(site, customerRef, body)),
)
