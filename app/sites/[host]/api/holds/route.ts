import { NewHold } from '#contracts/storefront.ts'
import { holdForBrowser } from '#lib/holds/hold-for-browser.ts'
import { handle } from '#lib/http/handle.ts'
import { holdResponse } from '#lib/http/outcome-response.ts'

export const POST = handle(
  { customer: 'minted', body: NewHold, idempotent: true },
  async ({ site, customerRef, customerRefs, keyGuest, goOnAs, body, idempotencyKey }) => {
    const others = new Set([...customerRefs, keyGuest].filter((ref) => ref !== null))
    others.delete(customerRef)
    const held = await holdForBrowser(site, [customerRef, ...others], body, idempotencyKey)
    if (held.customerRef !== customerRef) goOnAs(held.customerRef)
    return holdResponse(held.outcome, 201)
  },
)
