import type { Announcements } from '#contracts/storefront.ts'
import { currentAnnouncements } from '#lib/announcements/announcements.ts'
import { isDatabaseAway } from '#lib/http/failure-response.ts'
import { handle } from '#lib/http/handle.ts'

/** The same for everybody, so whoever stands between may keep it for a moment; what changes meanwhile comes live. */
const CACHE_CONTROL = 'public, max-age=2'

export const GET = handle({ customer: 'anyone' }, async ({ site, storefront: { recentAnswers } }) => {
  const key = `${site.resellerId} announcements`
  const { value } = await recentAnswers.read(key, () => currentAnnouncements(site), isDatabaseAway)
  const announcements: Announcements = { items: value }
  return Response.json(announcements, { headers: { 'cache-control': CACHE_CONTROL } })
})
