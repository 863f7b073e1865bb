import { Show, ShowDays, type ShowDaysQuery, ShowPage, type ShowQuery } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { CoreUnavailable } from './core-unavailable.ts'

type Deps = Pick<Storefront, 'core' | 'recentAnswers'>

/** When core is down, pages stand on its last answer and say so: `staleSince` is that answer's instant, else null. */
export interface Freshness {
  readonly staleSince: string | null
}

/**
 * Shows this reseller sells, as core filters and sorts them; a page at a time.
 * @throws CoreUnavailable
 */
export async function listShows(
  site: Site,
  query: Partial<ShowQuery>,
  { core, recentAnswers }: Deps,
): Promise<ShowPage & Freshness> {
  const path = `/v1/shows?${showQueryString(query)}`
  const { value, staleSince } = await recentAnswers.read(`${site.resellerId} ${path}`, async () => {
    const answer = await core.get(site.resellerId, path, ShowPage)
    if (answer.ok) return answer.value
    throw new CoreUnavailable(`core refused a list of shows: ${answer.problem.type}`)
  })
  return { ...value, staleSince }
}

/**
 * The days on which shows begin, at their venues, of those that match; at most 400.
 * @throws CoreUnavailable
 */
export async function listShowDays(
  site: Site,
  query: Partial<ShowDaysQuery>,
  { core, recentAnswers }: Deps,
): Promise<ShowDays['days']> {
  const path = `/v1/show-days?${showQueryString(query)}`
  const { value } = await recentAnswers.read(`${site.resellerId} ${path}`, async () => {
    const answer = await core.get(site.resellerId, path, ShowDays)
    if (answer.ok) return answer.value
    throw new CoreUnavailable(`core refused the days of shows: ${answer.problem.type}`)
  })
  return value.days
}

/**
 * One show; null when this reseller does not sell it.
 * @throws CoreUnavailable
 */
export async function findShow(
  site: Site,
  showId: string,
  { core, recentAnswers }: Deps,
): Promise<(Show & Freshness) | null> {
  const path = `/v1/shows/${encodeURIComponent(showId)}`
  const { value, staleSince } = await recentAnswers.read(`${site.resellerId} ${path}`, async () => {
    const answer = await core.get(site.resellerId, path, Show)
    return answer.ok ? answer.value : null
  })
  return value && { ...value, staleSince }
}

/** The query in one spelling, so that equal questions have one key. */
export function showQueryString(query: Partial<ShowQuery>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toString()
}
