import { NewOrder } from '#contracts/storefront.ts'
import { ownerOfHold } from '#lib/customer/owner-of-hold.ts'
import { createOrder } from '#lib/orders/orders.ts'
import { handle } from '#lib/route/handle.ts'
import { orderResponse } from '#lib/route/outcome-response.ts'

export const POST = handle(
  { customer: 'known', body: NewOrder, idempotent: true },
  async ({ site, storefront, customerRefs, body }) =>
    orderResponse(
      await createOrder(site, await ownerOfHold(site, customerRefs, body.holdId, storefront), body, storefront),
    ),
)
