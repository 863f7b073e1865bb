import { cookieValue } from '#lib/http/set-cookie.ts'
import type { Site } from '#lib/reseller/site.ts'
import { CUSTOMER_COOKIE, unsealCustomer } from './customer-cookie.ts'

/** The guest that a browser is at this reseller, or was before it signed in; null for one that never bought or followed. */
export function guestRef(headers: Headers, site: Site, secret: string): string | null {
  return unsealCustomer(secret, site.resellerId, cookieValue(headers.get('cookie'), CUSTOMER_COOKIE))
}
