import { NewWaitlistEntry } from '#contracts/storefront.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { countJoin } from '#lib/waitlist/count-join.ts'
import { joinWaitlist } from '#lib/waitlist/waitlist.ts'

export const POST = handle(
  { customer: 'anyone', body: NewWaitlistEntry },
  async ({ site, storefront, body, client }) => {
    const { environment, sessionsRedis } = storefront
    const limit = environment.clientLimits.waitlistAddresses
    const waitS = await countJoin(sessionsRedis, site.resellerId, client, limit)
    if (waitS !== null) return problemResponse('storefront/too-many-attempts', {}, waitS)
    const outcome = await joinWaitlist(site, body, storefront)
    if (outcome === 'unknown-show') return problemResponse('storefront/not-found')
    if (outcome === 'not-sold-out') return problemResponse('storefront/not-sold-out')
    return json({}, 202)
  },
)
