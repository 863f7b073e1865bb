import type { Announcement } from '#contracts/storefront.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { isDatabaseAway } from '#platform/database-away.ts'
import { currentAnnouncements } from './announcements.ts'

/** What a reseller tells everybody now: at most two seconds old, and older while PostgreSQL is away. */
export async function recentAnnouncements(
  site: Pick<Site, 'resellerId'>,
  { recentAnswers, database }: Pick<Storefront, 'recentAnswers' | 'database'>,
): Promise<readonly Announcement[]> {
  const ask = () => currentAnnouncements(site, { database })
  return (await recentAnswers.read(`${site.resellerId} announcements`, ask, isDatabaseAway)).value
}
