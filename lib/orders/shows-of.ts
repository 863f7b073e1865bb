import type { Show } from '#contracts/show.ts'
import { orNull } from '#lib/core/or-null.ts'
import { several } from '#lib/core/several.ts'
import { findShow } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** The shows of some orders by their ids, without those that core cannot tell of right now. */
export async function showsOf(
  site: Site,
  orders: readonly { readonly showId: string }[],
  deps: Pick<Storefront, 'core' | 'recentAnswers'>,
): Promise<ReadonlyMap<string, Show>> {
  const ids = [...new Set(orders.map(({ showId }) => showId))]
  const shows = await several(ids, (showId) => orNull(findShow(site, showId, deps)))
  return new Map(shows.flatMap((show, at) => (show ? [[ids[at] as string, show] as const] : [])))
}
