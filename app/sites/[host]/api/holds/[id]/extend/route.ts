import { refreshGuest } from '#lib/customer/admit-guest.ts'
import { ownerOfHold } from '#lib/customer/owner-of-hold.ts'
import { extendHold } from '#lib/holds/holds.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { handle } from '#lib/route/handle.ts'
import { holdResponse } from '#lib/route/outcome-response.ts'

export const POST = handle(
  { customer: 'known', params: IdParams },
  async ({ site, customerRefs, account, params, client, storefront }) => {
    const owner = await ownerOfHold(site, customerRefs, params.id, storefront)
    const extended = await extendHold(site, owner, params.id, storefront)
    if (extended.outcome === 'held' && account === null) {
      const { showId } = extended.hold
      await refreshGuest(storefront.sessionsRedis, { resellerId: site.resellerId, showId, client }, owner)
    }
    return holdResponse(extended, 200)
  },
)
