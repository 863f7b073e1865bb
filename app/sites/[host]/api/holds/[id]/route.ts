import { firstOwned } from '#lib/customer/first-owned.ts'
import { ownerOfHold } from '#lib/customer/owner-of-hold.ts'
import { findHold, releaseHold } from '#lib/holds/holds.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { json, noContent } from '#lib/http/json-response.ts'
import { passOn, problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle(
  { customer: 'known', params: IdParams },
  async ({ site, storefront, customerRefs, params }) => {
    const hold = await firstOwned(customerRefs, (ref) => findHold(site, ref, params.id, storefront))
    return hold ? json(hold) : problemResponse('storefront/not-found')
  },
)

export const DELETE = handle(
  { customer: 'known', params: IdParams },
  async ({ site, storefront, customerRefs, params }) => {
    const released = await releaseHold(
      site,
      await ownerOfHold(site, customerRefs, params.id, storefront),
      params.id,
      storefront,
    )
    if (released.outcome === 'refused') return passOn(released.problem)
    return released.outcome === 'released' ? noContent() : problemResponse('storefront/not-found')
  },
)
