import { NewHold } from '#contracts/storefront.ts'
import { createHold } from '#lib/holds/holds.ts'
import { handle } from '#lib/http/handle.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'

export const POST = handle(
  { customer: 'minted', body: NewHold, idempotent: true },
  async ({ site, customerRef, body, idempotencyKey }) =>
    holdResponse(await createHold(site, customerRef, body, idempotencyKey), 201),
)
