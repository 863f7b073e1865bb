import { headers } from 'next/headers'

/** The request header in which `proxy.ts` tells a page that core could not be asked for what the page is about. */
export const CORE_AWAY_HEADER = 'x-core-away'

/**
 * Whether this page has nothing to be made of. Its status is 503 then, and only `proxy.ts` can say so: a page has no
 * status of its own (decision 0076).
 */
export async function isCoreAway(): Promise<boolean> {
  return (await headers()).has(CORE_AWAY_HEADER)
}
