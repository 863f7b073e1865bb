import { isSecure } from '#lib/http/is-secure.ts'
import { cookieValue } from '#lib/http/set-cookie.ts'
import type { Site } from '#lib/reseller/site.ts'
import { customerCookieName, unsealCustomer } from './customer-cookie.ts'

/** The guest that a browser is at this reseller, or was before it signed in; null for one that never bought or followed. */
export function guestRef(headers: Headers, site: Site, secret: string): string | null {
  const value = cookieValue(headers.get('cookie'), customerCookieName(isSecure(headers)))
  return unsealCustomer(secret, site.resellerId, value)
}
