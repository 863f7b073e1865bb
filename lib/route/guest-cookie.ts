import { CUSTOMER_COOKIE_MAX_AGE_S, customerCookieName, sealCustomer } from '#lib/customer/customer-cookie.ts'
import { hostOnlyCookie } from '#lib/http/set-cookie.ts'

/** The cookie that makes a browser this guest of the reseller. @param secure over TLS */
export function guestCookie(secret: string, resellerId: string, customerRef: string, secure: boolean): string {
  const value = sealCustomer(secret, resellerId, customerRef)
  return hostOnlyCookie(customerCookieName(secure), value, { maxAgeS: CUSTOMER_COOKIE_MAX_AGE_S, secure })
}
