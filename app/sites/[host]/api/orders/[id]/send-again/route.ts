import { LinkQuery } from '#contracts/storefront.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { accepted } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { againInS, sendAgain } from '#lib/orders/send-again.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'maybe', params: IdParams, query: LinkQuery },
  async ({ site, storefront, customerRefs, params, query }) => {
    const nowMs = Date.now()
    const outcome = await sendAgain(site, { customerRefs, ...query }, params.id, nowMs, storefront)
    if (outcome === 'unknown-order') return problemResponse('storefront/not-found')
    return outcome === 'sent' ? accepted() : problemResponse('storefront/too-many-attempts', {}, againInS(nowMs))
  },
)
