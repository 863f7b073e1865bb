import { refreshGuest } from '#lib/customer/admit-guest.ts'
import { ownerOfHold } from '#lib/customer/owner-of-hold.ts'
import { extendHold } from '#lib/holds/holds.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { handle } from '#lib/http/handle.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'

export const POST = handle(
  { customer: 'known', params: IdParams },
  async ({ site, customerRefs, account, params, headers, storefront }) => {
    const { environment, sessionsRedis } = storefront
    const owner = await ownerOfHold(site, customerRefs, params.id)
    const extended = await extendHold(site, owner, params.id)
    if (extended.outcome === 'held' && account === null) {
      const client = clientAddress(headers, environment.clientAddressHeader)
      await refreshGuest(sessionsRedis, { resellerId: site.resellerId, showId: extended.hold.showId, client }, owner)
    }
    return holdResponse(extended, 200)
  },
)
