import { ShowPage } from '#contracts/show.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { showQueryString } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { inTime } from '#platform/in-time.ts'

type Deps = Pick<Storefront, 'core' | 'showIndexes'>

/** As many as core gives at once. */
const PER_REQUEST = 100
/** Two hundred requests, one after the other. Who sells more has its soonest shows in the sitemap. */
const MOST_SHOWS = 20_000
/** No request may take more than 2 s; the reading goes on, and whoever asks again has it. */
const PATIENCE_MS = 1_500

/**
 * The ids of all shows a reseller sells, soonest first; remembered for minutes, because finding out takes core many requests.
 * @throws CoreUnavailable also while it is still being found out.
 */
export async function readShowIndex({ resellerId }: Site, deps: Deps): Promise<readonly string[]> {
  const reading = deps.showIndexes.read(resellerId, () => readAll(resellerId, deps))
  const { value } = await inTime(reading, PATIENCE_MS, () => {
    throw new CoreUnavailable('the list of all shows is still being read')
  })
  return value
}

async function readAll(resellerId: string, { core }: Pick<Deps, 'core'>): Promise<string[]> {
  const ids = new Set<string>()
  let cursor: string | undefined
  do {
    const path = `/v1/shows?${showQueryString({ limit: PER_REQUEST, cursor })}`
    const answer = await core.get(resellerId, path, ShowPage)
    if (!answer.ok) throw new CoreUnavailable(`core refused a list of shows: ${answer.problem.type}`)
    for (const { id } of answer.value.items) ids.add(id)
    const next = answer.value.nextCursor ?? undefined
    cursor = next === cursor ? undefined : next // a list that does not move on has no end
  } while (cursor !== undefined && ids.size < MOST_SHOWS)
  return [...ids].slice(0, MOST_SHOWS)
}
