import { headers } from 'next/headers'
import { currentAccount } from '#lib/accounts/current-account.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { guestRef } from './guest-ref.ts'

/**
 * Who is asking for this page: references of the account that is signed in and of the guest that this browser is or was
 * (decision 0071), the one for new things first; none for a browser that never bought or followed anything here. Reading
 * them makes a page personal: only pages that show a buyer's own things may call this.
 */
export async function currentCustomers(site: Site): Promise<string[]> {
  const account = await currentAccount(site)
  const guest = guestRef(await headers(), site, storefront().environment.secret)
  return [...new Set([account?.customerRef, guest].filter((ref) => ref !== undefined && ref !== null))]
}
