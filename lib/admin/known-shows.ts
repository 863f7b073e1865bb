import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type KnownShows, showIdsIn } from '#lib/config-review/completeness.ts'
import { orNull } from '#lib/core/or-null.ts'
import { several } from '#lib/core/several.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** Asks core about every show that a configuration names; null when core cannot be asked. */
export async function knownShows(
  site: Site,
  config: ResellerConfig,
  deps: Pick<Storefront, 'core' | 'recentAnswers'>,
): Promise<KnownShows> {
  const isKnown = async (id: string) => [id, (await findShow(site, id, deps)) !== null] as const
  const known = await orNull(several(showIdsIn(config), isKnown))
  return known && new Map(known)
}
