import type { Availability } from '#contracts/availability.ts'
import type { Show } from '#contracts/show.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** A show with its names, for pages that are about something else: null for whatever core cannot say right now. */
export async function showFor(
  site: Site,
  showId: string,
): Promise<{ show: Show | null; availability: Availability | null }> {
  const [show, availability] = await Promise.all([
    orNull(findShow(site, showId)),
    orNull(readAvailability(site, showId)),
  ])
  return { show, availability }
}

async function orNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
