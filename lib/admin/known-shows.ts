import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type KnownShows, showIdsIn } from '#lib/config-review/completeness.ts'
import { orNull } from '#lib/core/or-null.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Asks core about every show that a configuration names; null when core cannot be asked. */
export function knownShows(site: Site, config: ResellerConfig): Promise<KnownShows> {
  const known = showIdsIn(config).map(async (id) => [id, (await findShow(site, id)) !== null] as const)
  return orNull(Promise.all(known).then((entries) => new Map(entries)))
}
