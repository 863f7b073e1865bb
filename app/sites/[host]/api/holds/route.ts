import { NewHold } from '#contracts/storefront.ts'
import { admitGuest } from '#lib/customer/admit-guest.ts'
import { holdForBrowser } from '#lib/holds/hold-for-browser.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { handle } from '#lib/http/handle.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'

export const POST = handle(
  { customer: 'minted', body: NewHold, idempotent: true },
  async ({ site, customerRef, customerRefs, keyGuest, goOnAs, account, body, idempotencyKey, headers, storefront }) => {
    const { environment, sessionsRedis } = storefront
    const client = clientAddress(headers, environment.clientAddressHeader)
    const arrival = { resellerId: site.resellerId, showId: body.showId, client, guest: customerRef }
    // Whoever is signed in has proven an address, and there are not many of those.
    if (account === null && !(await admitGuest(sessionsRedis, arrival, environment.clientLimits.guestsOfAShow)))
      return problemResponse('storefront/too-many-attempts')
    const others = new Set([...customerRefs, keyGuest].filter((ref) => ref !== null))
    others.delete(customerRef)
    const held = await holdForBrowser(site, [customerRef, ...others], body, idempotencyKey)
    if (held.customerRef !== customerRef) goOnAs(held.customerRef)
    return holdResponse(held.outcome, 201)
  },
)
