import { cookies } from 'next/headers'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { CUSTOMER_COOKIE, unsealCustomer } from './customer-cookie.ts'

/**
 * Who is asking for this page (`customerRef`); null for a browser that never bought or followed anything here.
 * Reading it makes a page personal: only pages that show a buyer's own things may call this.
 */
export async function currentCustomer(site: Site): Promise<string | null> {
  const cookie = (await cookies()).get(CUSTOMER_COOKIE)
  return unsealCustomer(storefront().environment.secret, site.resellerId, cookie?.value)
}
