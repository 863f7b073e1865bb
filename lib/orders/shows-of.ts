import type { Show } from '#contracts/show.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Shows that one page asks core for at the same time: a list of fifty orders must not be fifty requests at once. */
const AT_ONCE = 8

/** The shows of some orders by their ids, without those that core cannot tell of right now. */
export async function showsOf(
  site: Site,
  orders: readonly { readonly showId: string }[],
): Promise<ReadonlyMap<string, Show>> {
  const found = new Map<string, Show>()
  const waiting = [...new Set(orders.map(({ showId }) => showId))]
  const next = async (): Promise<void> => {
    for (let showId = waiting.pop(); showId !== undefined; showId = waiting.pop()) {
      const show = await findShow(site, showId).catch((error: unknown) => {
        if (isCoreUnavailable(error)) return null
        throw error
      })
      if (show) found.set(showId, show)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return found
}
