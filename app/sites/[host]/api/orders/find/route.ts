import { FindOrders } from '#contracts/storefront.ts'
import { accepted } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { countFinding } from '#lib/orders/find-attempts.ts'
import { findLost } from '#lib/orders/find-lost.ts'
import { handle } from '#lib/route/handle.ts'

/** Answers the same, and as soon, whatever there is to find: looking begins after the answer was decided. */
export const POST = handle({ customer: 'anyone', body: FindOrders }, async ({ site, storefront, body, client }) => {
  const { environment, sessionsRedis, background, log } = storefront
  const verdict = await countFinding(sessionsRedis, site.resellerId, body.email, client, environment.orderLinkSecret)
  if (verdict === 'uncounted') return problemResponse('storefront/unavailable')
  if (verdict === 'mailed-enough') return accepted()
  if (verdict !== 'go') return problemResponse('storefront/too-many-attempts', {}, verdict.tooManyForS)
  const begun = background.run('looking for lost orders', (ending) =>
    findLost(site, body, Date.now(), storefront, { ending }),
  )
  if (!begun) log.warn('too many lost orders are being looked for')
  return begun ? accepted() : problemResponse('storefront/unavailable')
})
