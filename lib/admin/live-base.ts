import { storedConfig } from '#lib/preview/preview-site.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** A version that others are compared with. */
export type Base = Pick<Site, 'version' | 'config'>

/**
 * The version that is live by what a page was told, to compare others with. Not the one that this process shows: its
 * memory may be some seconds behind, and a difference from that one would stand under the number of the other. It
 * stands in only for one that cannot be read.
 * @param liveVersion as PostgreSQL has it
 */
export async function liveBase(
  { database }: Pick<Storefront, 'database'>,
  site: Site,
  liveVersion: number | null,
): Promise<Base> {
  if (liveVersion === null || liveVersion === site.version) return site
  const config = await storedConfig(database, site.resellerId, liveVersion)
  return config === null ? site : { version: liveVersion, config }
}
