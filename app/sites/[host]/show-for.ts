import type { Availability } from '#contracts/availability.ts'
import type { Show } from '#contracts/show.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { orNull } from '#lib/core/or-null.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

type Deps = Pick<Storefront, 'core' | 'recentAnswers' | 'recentAvailability'>

/** A show with its names, for pages that are about something else: null for whatever core cannot say right now. */
export async function showFor(
  site: Site,
  showId: string,
  deps: Deps,
): Promise<{ show: Show | null; availability: Availability | null }> {
  const [show, availability] = await Promise.all([
    orNull(findShow(site, showId, deps)),
    orNull(readAvailability(site, showId, {}, deps)),
  ])
  return { show, availability }
}
