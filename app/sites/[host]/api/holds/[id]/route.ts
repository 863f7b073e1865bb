import { findHold, releaseHold } from '#lib/holds/holds.ts'
import { handle, json, noContent } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'

export const GET = handle({ customer: 'known', params: IdParams }, async ({ site, customerRef, params }) => {
  const hold = await findHold(site, customerRef, params.id)
  return hold ? json(hold) : problemResponse('storefront/not-found')
})

export const DELETE = handle({ customer: 'known', params: IdParams }, async ({ site, customerRef, params }) =>
  (await releaseHold(site, customerRef, params.id)) ? noContent() : problemResponse('storefront/not-found'),
)
