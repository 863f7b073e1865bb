import type { Announcements } from '#contracts/storefront.ts'
import { recentAnnouncements } from '#lib/announcements/recent-announcements.ts'
import { handle } from '#lib/route/handle.ts'

/** The same for everybody, so whoever stands between may keep it for a moment; what changes meanwhile comes live. */
const CACHE_CONTROL = 'public, max-age=2'

export const GET = handle({ customer: 'anyone' }, async ({ site, storefront }) => {
  const announcements: Announcements = { items: [...(await recentAnnouncements(site, storefront))] }
  return Response.json(announcements, { headers: { 'cache-control': CACHE_CONTROL } })
})
