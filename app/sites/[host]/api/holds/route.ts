import { NewHold } from '#contracts/storefront.ts'
import { admitGuest } from '#lib/customer/admit-guest.ts'
import { holdForBrowser } from '#lib/holds/hold-for-browser.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { holdResponse } from '#lib/route/outcome-response.ts'

export const POST = handle(
  { customer: 'minted', body: NewHold, idempotent: true },
  async ({ site, customerRef, customerRefs, keyGuest, goOnAs, account, body, idempotencyKey, client, storefront }) => {
    const { environment, sessionsRedis } = storefront
    const others = new Set([...customerRefs, keyGuest].filter((ref) => ref !== null))
    others.delete(customerRef)
    const refs = [customerRef, ...others] as const
    // Whoever is signed in has proven an address, and there are not many of those.
    const arrival = { resellerId: site.resellerId, showId: body.showId, client: account === null ? client : null }
    const admission = await admitGuest(sessionsRedis, arrival, refs, environment.clientLimits.guestsOfAShow)
    if ('fullForS' in admission) return problemResponse('storefront/too-many-attempts', {}, admission.fullForS)
    // When core gives no answer, there may be a hold: the guest stays counted.
    const held = await holdForBrowser(site, refs, body, idempotencyKey, storefront)
    if (held.outcome.outcome === 'refused') await admission.forget()
    if (held.customerRef !== customerRef) goOnAs(held.customerRef)
    return holdResponse(held.outcome, 201)
  },
)
