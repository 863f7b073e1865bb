import { ownerOfHold } from '#lib/customer/owner-of-hold.ts'
import { extendHold } from '#lib/holds/holds.ts'
import { handle } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'

export const POST = handle({ customer: 'known', params: IdParams }, async ({ site, customerRefs, params }) =>
  holdResponse(await extendHold(site, await ownerOfHold(site, customerRefs, params.id), params.id), 200),
)
