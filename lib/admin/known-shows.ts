import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type KnownShows, showIdsIn } from '#lib/config-review/completeness.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Asks core about every show that a configuration names; null when core cannot be asked. */
export async function knownShows(site: Site, config: ResellerConfig): Promise<KnownShows> {
  try {
    const ids = showIdsIn(config)
    return new Map(await Promise.all(ids.map(async (id) => [id, (await findShow(site, id)) !== null] as const)))
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
