import { Availability } from '#contracts/availability.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

type Deps = Pick<Storefront, 'core' | 'recentAvailability'>

/** Core itself has not reached the version that was asked for. */
class VersionNotReached extends Error {
  override readonly name = 'VersionNotReached'
}

/**
 * What is left of a show, at version `min` or later; null when this reseller does not sell the show.
 *
 * A flight that was under way when we asked may have begun before `min` was true, so its answer may be too old;
 * then one more is asked, and that one began after us.
 * @throws CoreUnavailable
 * @throws VersionNotReached when core's own answer is older than `min`: it names a version that does not exist yet.
 */
export async function readAvailability(
  site: Site,
  showId: string,
  { min = 0 }: { readonly min?: number } = {},
  { core, recentAvailability }: Deps,
): Promise<Availability | null> {
  const key = `${site.resellerId} ${showId}`
  const recalled = recentAvailability.recall(key, min)
  if (recalled) return recalled
  const ask = async () => {
    const answer = await core.get(site.resellerId, `/v1/shows/${encodeURIComponent(showId)}/availability`, Availability)
    return answer.ok ? answer.value : null
  }
  const first = await recentAvailability.load(key, ask)
  if (first === null || first.version >= min) return first
  const second = await recentAvailability.load(key, ask)
  if (second === null || second.version >= min) return second
  throw new VersionNotReached(`show ${showId} is at version ${second.version}, not ${min}`)
}
