import { isSecure } from '#lib/http/is-secure.ts'
import { isPersonalPage } from '#lib/http/page-caching.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { readAccount } from './read-account.ts'

/**
 * Whether a page can be made as far as it depends on who is signed in: pages for everybody do not, nor does any page of
 * somebody without a session. For the others sessions are read, and read again by the page: a millisecond, for which a
 * page that fails closed is 503 and not a fault of ours.
 */
export async function areSessionsAtHand(site: Site, path: string, headers: Headers): Promise<boolean> {
  if (!isPersonalPage(path)) return true
  return readAccount(site, headers.get('cookie'), isSecure(headers), storefront()).then(
    () => true,
    () => false,
  )
}
