import { storefront } from '#lib/storefront.ts'
import type { Site } from './site.ts'

export type { Site } from './site.ts'

/**
 * The site that answers under `host` (the `[host]` parameter of a route, as `proxy.ts` wrote it); null when no reseller
 * has it. Answered from memory: no page waits for the database.
 * @throws SitesUnknown when the database could not be read since this process started.
 */
export function siteFor(host: string): Promise<Site | null> {
  return storefront().sites.find(host)
}
