import { createHmac, randomBytes } from 'node:crypto'
import { CustomerRef } from '#contracts/ids.ts'
import { ownHostName } from '#lib/http/set-cookie.ts'
import { resellerSecret } from '#platform/reseller-secret.ts'
import { isSameSeal } from '#platform/same-seal.ts'

/** Host-only and HttpOnly: which guest this browser is, at this reseller. @param secure over TLS */
export const customerCookieName = (secure: boolean): string => ownHostName('customer', secure)

/** A guest's orders stay reachable for half a year after the last purchase from the same browser. */
export const CUSTOMER_COOKIE_MAX_AGE_S = 180 * 24 * 60 * 60

/** A new guest: 144 random bits, which nobody guesses. */
export function mintCustomerRef(): string {
  return randomBytes(18).toString('base64url')
}

/** The cookie's value: the reference and a seal that only this reseller's key makes. */
export function sealCustomer(secret: string, resellerId: string, customerRef: string): string {
  return `${customerRef}.${seal(secret, resellerId, customerRef)}`
}

/** The reference inside a cookie's value; null when it was not sealed for this reseller. */
export function unsealCustomer(secret: string, resellerId: string, value: string | undefined): string | null {
  const [customerRef, given, ...rest] = (value ?? '').split('.')
  if (!CustomerRef.safeParse(customerRef).success || customerRef === undefined || !given || rest.length > 0) return null
  return isSameSeal(given, seal(secret, resellerId, customerRef)) ? customerRef : null
}

function seal(secret: string, resellerId: string, customerRef: string): string {
  return createHmac('sha256', resellerSecret(secret, 'customer', resellerId))
    .update(customerRef)
    .digest('base64url')
}
