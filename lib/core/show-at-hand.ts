import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { isCoreUnavailable } from './core-unavailable.ts'
import { findShow } from './shows.ts'

const SHOW_PAGE = /^\/shows\/([A-Za-z0-9_-]{1,64})$/

/** The show that a path is the page of; null for other paths. */
export const showIdOf = (pathname: string): string | null => SHOW_PAGE.exec(pathname)?.[1] ?? null

/**
 * Whether there is anything to make a show's page of, be it that there is no such show. Core is asked once for this and
 * for the page: the answer is at hand for two seconds.
 */
export async function isShowAtHand(
  site: Site,
  showId: string,
  deps: Pick<Storefront, 'core' | 'recentAnswers'>,
): Promise<boolean> {
  try {
    await findShow(site, showId, deps)
    return true
  } catch (error) {
    return !isCoreUnavailable(error)
  }
}
