import { storefront } from '#lib/storefront.ts'
import type { Site } from './site.ts'
import { siteAt } from './site-address.ts'

export type { Site } from './site.ts'

/**
 * The site at `address` (the `[host]` parameter of a route, as `proxy.ts` wrote it), speaking the language that the
 * address names; null when no reseller has it. Answered from memory: no page waits for the database.
 * @throws SitesUnknown when the database could not be read since this process started.
 */
export function siteFor(address: string): Promise<Site | null> {
  return siteAt(storefront().sites, address)
}
