import { NewWaitlistEntry } from '#contracts/storefront.ts'
import { handle, json } from '#lib/http/handle.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { countJoin, JOIN_WINDOW_S } from '#lib/waitlist/count-join.ts'
import { joinWaitlist } from '#lib/waitlist/waitlist.ts'

export const POST = handle(
  { customer: 'anyone', body: NewWaitlistEntry },
  async ({ site, storefront, body, client }) => {
    const { environment, sessionsRedis } = storefront
    if (!(await countJoin(sessionsRedis, site.resellerId, client, environment.clientLimits.waitlistAddresses)))
      return problemResponse('storefront/too-many-attempts', {}, JOIN_WINDOW_S)
    const outcome = await joinWaitlist(site, body)
    if (outcome === 'unknown-show') return problemResponse('storefront/not-found')
    if (outcome === 'not-sold-out') return problemResponse('storefront/not-sold-out')
    return json({}, 202)
  },
)
