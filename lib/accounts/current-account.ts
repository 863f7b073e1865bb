import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { isSecure } from '#lib/http/is-secure.ts'
import { siteHref } from '#lib/language/site-href.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { type Account, mayActAs, type StaffRole } from './account.ts'
import { readAccount } from './read-account.ts'
import { signInPath } from './return-path.ts'

/** Asked by a layout, a page and its metadata, it is read once a request. */
const read = cache(async (site: Site): Promise<Account | null> => {
  const given = await headers()
  return readAccount(site, given.get('cookie'), isSecure(given), storefront())
})

/**
 * Who is signed in, for pages; null for nobody. Reading it makes a page personal: never on one that an edge may share.
 * @throws AccountsUnavailable
 */
export const currentAccount = (site: Site): Promise<Account | null> => read(site)

/** Who is signed in; sends everybody else to sign in first and then back to `here`, a path of this site. */
export async function requireAccount(site: Site, here: string): Promise<Account> {
  return (await currentAccount(site)) ?? redirect(siteHref(site, signInPath(here)))
}

/**
 * Who is signed in as staff with at least this role. Nobody signed in: to the sign-in and back to `here`. For customers
 * and lesser roles there is no such page.
 */
export async function requireStaff(
  site: Site,
  role: StaffRole,
  here = '/admin',
): Promise<Account & { readonly staff: StaffRole }> {
  const account = await requireAccount(site, here)
  if (account.staff === null || !mayActAs(account.staff, role)) notFound()
  return { ...account, staff: account.staff }
}
