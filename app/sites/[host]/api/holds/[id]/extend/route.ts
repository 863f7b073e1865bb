import { extendHold } from '#lib/holds/holds.ts'
import { handle } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'

export const POST = handle({ customer: 'known', params: IdParams }, async ({ site, customerRef, params }) =>
  holdResponse(await extendHold(site, customerRef, params.id), 200),
)
